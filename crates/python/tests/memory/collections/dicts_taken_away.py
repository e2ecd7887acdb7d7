import gc
class A: pass
a = A(); a.x = 1
b = A(); b.x = 1
c = A(); c.x = []
d = A(); d.x = []
v = d.__dict__
e = A(); e.x = []
gc.collect()
del a.__dict__
gc.collect()
a.x = 1
gc.collect()
a.y = []
gc.collect()
b.__dict__ = {}
gc.collect()
del b.__dict__
gc.collect()
b.__dict__
gc.collect()
del b.__dict__
gc.collect()
del b.__dict__
gc.collect()
del c.__dict__
gc.collect()
c.x = 1
gc.collect()
del d.__dict__
gc.collect()
d.__dict__ = v
gc.collect()
e.__dict__ = v
gc.collect()
e.y = []
gc.collect()
del e.y
gc.collect()
del v, d.__dict__
gc.collect()
class C(list): pass
c = C(); c.x = []
gc.collect()
del c.__dict__
gc.collect()
c.x = [1]
gc.collect()
class S: __slots__ = 's', '__dict__'
s = S(); s.s = []; s.x = []
gc.collect()
del s.__dict__
gc.collect()
s.x = []
x = 1

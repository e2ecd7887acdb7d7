import gc


class A:
    pass


gc.disable()
a = A()
a.me = a
a.__dict__
del a
print(gc.collect())
a, b = A(), A()
a.b, b.a = b, a
vars(a)
del a, b
print(gc.collect())
a, b = A(), A()
a.b, b.a = b, a
d = vars(a)
vars(b)
del a, b
print(gc.collect(), gc.collect(0))
print(list(d))
d = None
print(gc.collect())
a = A()
d = vars(a)
a.x = []
print(gc.is_tracked(d), gc.is_tracked(a))
d['y'] = []
print(gc.is_tracked(d))
a = A()
vars(a)['me'] = a
vars(a).clear()
vars(a)['me'] = [a]
a = None
print(gc.collect())

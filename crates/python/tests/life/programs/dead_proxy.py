import weakref
class A: pass
a = A()
p = weakref.proxy(a)
del a
p.x

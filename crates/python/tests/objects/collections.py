import gc, sys
gc.collect(); gc.disable()
class A: pass
del A; print(gc.collect())
class A: pass
class B(A): pass
del A, B; print(gc.collect())
class A:
    def f(self): return super()
    x = 1
del A; print(gc.collect())
class A:
    __slots__ = ('a', 'b')
del A; print(gc.collect())
class A(Exception): pass
del A; print(gc.collect())
class A(list):
    @property
    def p(self): pass
    @classmethod
    def c(self): pass
del A; print(gc.collect())
class M(type): pass
class A(metaclass=M): pass
del A; print(gc.collect())
del M; print(gc.collect())
class A:
    def __del__(self): print('del', self.n)
a = A(); a.n = 1; a.me = a; b = A(); b.n = 2; b.me = b
del a, b; print(gc.collect())
a = A(); a.n = 3; del A
del a; print(gc.collect())
def f():
    def g(): return g
    return g
f(); print(gc.collect())
class A: pass
a = A(); b = A(); a.b = b; b.a = a; del a, b; print(gc.collect())
a = A(); a.m = a.__init__; del a; print(gc.collect())
class A:
    def m(self): pass
a = A(); a.m = a.m; del a; print(gc.collect())

import sys, gc, weakref
R = sys.getrefcount
class A: pass
print(R(A), weakref.getweakrefcount(A))
class B(A): pass
print(R(A), R(B), weakref.getweakrefcount(B))
class S0: __slots__ = ()
class S1: __slots__ = ('a',)
class S2: __slots__ = ('a', 'b')
class E(Exception): pass
class I(int): pass
class T(tuple): pass
class L(list): pass
class U:
    def f(self): return super().f
class U2:
    def f(self): return __class__
print(R(S0), R(S1), R(S2), R(E), R(I), R(T), R(L), R(U), R(U2))
a = A(); print(R(A), R(a))
a.x = []; print(R(a.x), gc.get_referents(a) == [a.x, A])
b = [A() for _ in range(5)]; print(R(A)); del b; print(R(A))
class M(type): pass
class X(metaclass=M): pass
print(R(M), R(X))
print([type(x).__name__ for x in gc.get_referents(A)], [type(x).__name__ for x in gc.get_referents(B)])
def f(a, b=[1]):
    "doc"
    def g(): return a
    return g
print(R(f), [type(x).__name__ for x in gc.get_referents(f)])
g = f(1); print(R(g), [type(x).__name__ for x in gc.get_referents(g)])
m = a.__init__; print(type(m), R(a))
class Q:
    def m(self): return R(self)
    @property
    def p(self): return R(self)
    @classmethod
    def c(cls): return R(cls)
    @staticmethod
    def s(x): return R(x)
    def __getitem__(self, k): return R(self), R(k)
    def __call__(self, z): return R(self), R(z)
    def __add__(self, o): return R(self), R(o)
    def __eq__(self, o): return R(self), R(o)
    def __len__(self): print('len', R(self)); return 1
    def __getattr__(self, n): return R(self)
    def __enter__(self): return R(self)
    def __exit__(self, *a): print('exit', R(self))
    def __iter__(self): print('iter', R(self)); return iter([1])
    def __contains__(self, k): print('contains', R(self), R(k)); return True
    def __hash__(self): print('hash', R(self)); return 1
    def __repr__(self): return f'repr {R(self)}'
    def __bool__(self): print('bool', R(self)); return True
    def __setattr__(self, n, v): print('setattr', R(self), R(v))
    def __setitem__(self, n, v): print('setitem', R(self), R(n), R(v))
    def __del__(self): print('del', R(self))
q = Q(); o = object()
print(q.m(), q.p, q.c(), q.s(o), q[o], q(o), q + o, q == o, len(q), q.nope, [1 for _ in q], o in q, hash(q), repr(q), bool(q), f'{q}')
with q as z: print(z)
q.attr = o; q[o] = o
mm = q.m; print(mm(), R(q)); del mm
if q: pass
Q().m()
print(R(q))
del q
class In:
    def __init__(self, v): self.r = (R(self), R(v)); self.v = v
i = In(o); print(i.r, R(o)); del i; print(R(o))
class New:
    def __new__(cls, v): x = object.__new__(cls); x.r = R(x); return x
    def __init__(self, v): print(R(self), R(v), self.r)
n = New(o); print(R(n), R(o), R(New))
class Sub(list):
    def __init__(self, it): print(R(self), R(it)); super().__init__(it); print(R(self))
s = Sub([o]); print(R(s), R(o)); del s; print(R(o))
s1 = S1(); s1.a = o; print(R(o)); del s1; print(R(o))
def deco(f): return f
@deco
def dd(): pass
print(R(dd))
class Cell:
    def k(self): return __class__, self
print(R(Cell), R(Cell.k), R(Cell.__dict__['k']))
bm = Cell().k; print(R(bm), R(bm.__func__), R(bm.__self__))
del bm
p = property(dd); print(R(dd), R(p)); del p; print(R(dd))
c = classmethod(dd); print(R(dd), R(c), [type(x).__name__ for x in gc.get_referents(c)]); del c; print(R(dd))
x = super(B, B()); print(gc.get_referents(x)[1:], R(B)); del x; print(R(B))
def gg():
    class Loc: pass
    return R(Loc)
print(gg(), gg())

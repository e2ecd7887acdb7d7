from sys import getrefcount as R
class A: pass
class B(A): pass
class S: __slots__ = ('a', 'b')
class E(Exception): pass
n = R(A), R(B), R(S), R(E)
i = A()
n = R(A)

from sys import getrefcount as R
class A: pass
class S: __slots__ = ()
class One: __slots__ = ("a",)
class Two: __slots__ = ("a", "b")
class E(Exception): pass
class N(int): pass
class T(tuple): pass
class L(list): pass
class D(dict): pass
class C:
    def f(self):
        return __class__
class U:
    def __init__(self):
        super().__init__()
print(R(A), R(S), R(One), R(Two), R(E), R(N), R(T), R(L), R(D), R(C), R(U))
a = A()
b = A()
print(R(A))
del a
print(R(A))
class B(A): pass
print(R(A), R(B))

from sys import getrefcount as R
class A:
    __slots__ = ("x", "y")
a = A()
v = []
a.x = v
print(R(v), R(a), R(A))
a.y = a.x
print(R(v))
del a.x
print(R(v))
print(R(A.x), R(A.__dict__["y"]))
a.y = a
print(R(a))

from sys import getrefcount as R
class A:
    x = []
    y = x
    def f(self): pass
print(R(A.x), R(A.f), R(A.__dict__["f"]), R(A.__mro__), R(A.__bases__))
m = A.f
print(R(m), R(A.f))
class B(A):
    z = A.x
print(R(A.x), R(B.__mro__), R(A))
del B
print(R(A.x), len(A.__subclasses__()))
import gc
print(gc.collect(), R(A.x), R(A))

from sys import getrefcount as R
class Meta(type):
    def __call__(cls, *args):
        r = super().__call__(*args)
        print(R(cls), R(r))
        return r
class A(metaclass=Meta):
    def __init__(self, x):
        print(R(self), R(x))
print(R(A), R(Meta))
a = A([])
print(R(a), R(A))
B = type("B", (A,), {"k": a})
print(R(B), R(A), R(a))

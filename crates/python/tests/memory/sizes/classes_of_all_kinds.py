import sys


class A:
    pass


class B:
    __slots__ = 'a', 'b'


class C(B):
    pass


class D(int):
    pass


class M(type):
    pass


class E(metaclass=M):
    def __init__(self):
        self.a = 1


size = sys.getsizeof
print([size(c) for c in (A, B, C, D, M, E)], size(type), size(int), size(object))
print([size(c()) for c in (A, B, C, D, E)], size(type('X', (), {})), size(type('Y', (A, B), {})))
print(size(A.__dict__), size(vars(A)), size(A.__weakref__), size(B.a), size(super(C, C())))
print(A().__sizeof__(), B().__sizeof__(), object.__sizeof__(D()), D().__sizeof__())

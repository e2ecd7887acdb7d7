import sys


class A:
    pass


class B(A):
    pass


class NoSlots:
    __slots__ = ()


class TwoSlots:
    __slots__ = ("a", "b")


class E(Exception):
    pass


class L(list):
    pass


class UsesSuper:
    def f(self):
        return super()


for name in ("A", "B", "NoSlots", "TwoSlots", "E", "L", "UsesSuper"):
    print(name, sys.getrefcount(globals()[name]))
a = A()
print(sys.getrefcount(A))
del B
print(sys.getrefcount(A))

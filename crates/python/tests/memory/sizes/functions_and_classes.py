import sys
import types


def f(a):
    def g():
        return a

    return g


class A:
    pass


class S:
    __slots__ = ("a",)


class L(list):
    pass


for thing in (f, f(1), A, S, L, int, type, A(), S(), L(), f.__get__(1), len, types, property(), types.CellType()):
    print(type(thing).__name__, sys.getsizeof(thing))

# f_locals of a function writes through since 3.13; before it is a copy.
import sys


def f(a):
    b = 1

    def use():
        return b

    names = sys._getframe().f_locals
    names["a"] = 5
    names["b"] = 6
    names["new"] = 7
    print(a, b, use(), names["new"], "new" in names, len(names))
    print(list(names), names.get("zz"), names.setdefault("a", 0))
    print(type(names).__name__, type(sys._getframe(1).f_locals).__name__)


def generator():
    x = 1
    yield
    yield x


f(0)
it = generator()
next(it)
it.gi_frame.f_locals["x"] = 42
print(next(it))

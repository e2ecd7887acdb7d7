# Bodies of class statements: nested, in loops and generators, in the middle of expressions, with errors.
import sys


class E:
    try:
        class F:
            1 / 0
    except ZeroDivisionError:
        print("caught in a class body")

    class G:
        class H:
            x = 1

    for i in range(3):
        class J:
            v = i
        print(J.v, sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name)


print(E.G.H.x, E.J.v, E.G.H.__qualname__)


def nest(n):
    class R:
        if n:
            inner = nest(n - 1)
    return R


print(nest(20).inner.inner.__name__)


def deep():
    class Q:
        x = deep()


try:
    deep()
except RecursionError as error:
    print(error)


def generator():
    class V:
        value = 5
    yield V.value

    class W(V):
        pass
    yield W.value


print(list(generator()))


async def coroutine():
    class Z:
        value = 1
    return Z.value


try:
    coroutine().send(None)
except StopIteration as end:
    print(end.value)
print([1, __build_class__(lambda: None, "X").__name__, 3])

"""One of everything that compiles in a way of its own."""
from __future__ import generator_stop
import os.path as p, sys, json.decoder
from . import sibling
from .near import a as b, c


@decorator(1)
class Point[T](Base, metaclass=Meta, **extra):
    """A docstring."""

    x: int = 0
    y: "str"

    def __init__(self, /, a, b=1, *rest, c, d=2, **named):
        super().__init__(a)
        self.a, self.__b = a, b

    def method(self):
        return __class__, super(Point, self).method, [super for _ in self.a]

    @property
    async def later(self):
        async with self as s, self:
            async for item in s:
                yield item
        await self
        return


class Inner:
    values = [value * 2 for value in range(3) if value]
    names = {name: [other for other in names] for name in values}


def generator(n):
    got = yield n
    other = yield from generator(n - 1)
    yield from (i async for i in got) if other else ()


def arguments(f, *args, **kwargs):
    f(1, 2, three=3)
    f(*args)
    f(1, *args, four=4, **kwargs, five=5)
    f.method(1, key=2)
    f.a.b.c(d[1:2], d[1:2:3], d[:, 1], d[...])
    del f.a, args[0], (kwargs["x"], n)
    return lambda x, *, y=1: (yield x)


def operators(a, b):
    a += 1
    a.b -= 2
    a[b] *= 3
    a[1:2] //= 4
    a[b:] @= a
    return -a + ~b ** +a, not a, a < b < 3, a is not b, a in (1, 2), a in {1, 2}, a and b or (a if b else c)


def displays(a):
    big = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, a]
    return [1, 2, 3], {1, 2, 3}, {"a": 1, "b": a, **a, a: a}, [*a, 1], (*a, 2), {*a}, big, (1, 2, (3, 4))


def strings(a):
    return f"{a}", f"{a!r:>{a}} text {a=} {a:.2f}" "more", "%s and %-5r" % (a, a), "abc" * 3, b"x" + b"y"


def unpacking(a):
    x, y = y, x = a
    (x, [y, *z]), w = a
    for i, (j, *k) in a:
        if i:
            continue
        break
    else:
        pass
    return (m := a), [m := n for n in a]


def matching(subject):
    match subject:
        case 1 | 2.0 | -3 | "four" | None | True:
            return 1
        case [a, b, *_] if a:
            return 2
        case [first, *rest, (1 | 2) as last]:
            return 3
        case {"key": value, **others}:
            return 4
        case Point(x=0, y=why) | Point(why, 1):
            return 5
        case os.path:
            return 6
        case _:
            return 7


def handling(a):
    for i in a:
        try:
            with a as b, a:
                if i:
                    continue
                return i
        except (ValueError, KeyError) as e:
            raise RuntimeError from e
        except TypeError:
            break
        else:
            del b
        finally:
            assert a, "message"
    try:
        pass
    except* OSError as group:
        print(group)
    while True:
        try:
            return 1
        finally:
            if a:
                break


def outer(x):
    def middle():
        nonlocal x
        x = [lambda: x + y for y in range(x)]

        class Local:
            z = x
            w = lambda self: __class__
        return Local
    global everywhere
    everywhere = middle
    return {k: v for k, v in x if k for w in v}, (q for q in x)


def deleted(a):
    if a:
        b = 1
    del a
    return b, a


type Alias[K: int, *Ts, **P] = dict[K, Ts]


def generic[T: (int, str)](a: T, *args: *Ts, b: int = 1) -> T:
    return a


0 if 1 else 2
if 0:
    never()
while 0:
    never()

"""Deep nesting, huge sizes, and containers that change while they are looked at."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


def deep(n, mk, x):
    for i in range(n):
        x = mk(x)
    return x
for mk, x in ((lambda x: [x], []), (lambda x: (x,), ()), (lambda x: {1: x}, {}), (lambda x: [{1: (x,)}], 0)):
    d = deep(20000, mk, x)
    e = deep(20000, mk, x)
    for f in (lambda: len(repr(d)), lambda: d == e):
        try:
            f()
            print('ok')
        except RecursionError as ex:
            print('RecursionError')
        except TypeError as ex:
            print(ex)
    d = e = None
t(lambda: [0] * 10 ** 13)
t(lambda: [0] * 10 ** 30)
t(lambda: (0,) * 10 ** 13)
t(lambda: [1] * -5)
t(lambda: [].insert(10 ** 30, 1))
t(lambda: [][10 ** 30])
t(lambda: [1][-10 ** 30])
t(lambda: [].pop(10 ** 30))
t(lambda: (1,).index(1, 10 ** 30))


class H:

    def __length_hint__(s):
        return 10 ** 15

    def __iter__(s):
        return iter([1])
t(lambda: list(H()))


class H:

    def __length_hint__(s):
        return -1

    def __iter__(s):
        return iter([1])
t(lambda: list(H()))


class H:

    def __length_hint__(s):
        return 'a'

    def __iter__(s):
        return iter([1])
t(lambda: list(H()))
t(lambda: tuple(H()))


class H:

    def __iter__(s):
        return 5
t(lambda: list(H()))


class H:
    __iter__ = None
t(lambda: list(H()))
t(lambda: iter(H()))


class I:

    def __index__(s):
        return 1
print([1, 2, 3][I()], [1, 2, 3][I():], [1] * I(), (1, 2)[I()], list(range(5))[I():I()])


class Len:

    def __len__(s):
        return -1
t(lambda: len(Len()))
t(lambda: reversed(Len()))


class Rev:

    def __reversed__(s):
        return 'rev'
print(reversed(Rev()))


class Seq:

    def __len__(s):
        return 3

    def __getitem__(s, i):
        return i
print(list(reversed(Seq())))
l = [1, 2, 3]


class Evil:

    def __eq__(s, o):
        l.clear()
        return False
l = [Evil(), Evil(), 2]
print(5 in l, l)
l = [Evil(), 1]
t(lambda: l.index(7))
t(lambda: l.count(3))
l = [Evil(), 1]
t(lambda: l == [1, 2])
l = [Evil(), 1]
t(lambda: l.remove(7))
l = [1, 2, 3]


class Sl:

    def __index__(s):
        l.clear()
        return 1
t(lambda: l[Sl()])
l = [1, 2, 3]
t(lambda: l[Sl():3])
l = [1, 2, 3]


def f():
    l[Sl():3] = [7]
t(f)
print(l)
s = {1, 2}


class EvH:

    def __hash__(s):
        return 1

    def __eq__(o, x):
        s.clear()
        return False
t(lambda: EvH() in s)
print(s)
s = {1, 2}
s.add(EvH())
print(len(s))

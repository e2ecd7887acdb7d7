"""Slices and tuples."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
print(slice(1, 2), slice(3).indices(10), slice(None, None, -1).indices(5), slice(1, 100, 3).indices(10), slice(-3, None).indices(2), slice(1, 2) == slice(1, 2), slice(1).stop, slice(1, 2, 3).step, slice(1, 2) < slice(1, 3))
t(lambda: slice())
t(lambda: slice('a').indices(3))
t(lambda: slice(1).indices(-1))
t(lambda: slice(1, 2, 0).indices(2))
t(lambda: [1, 2][::0])
t(lambda: [1]['a':])
print(slice(10 ** 30).indices(10 ** 25), [1, 2, 3][-10 ** 30:10 ** 30], 'abc'[::-1])
t = (1, 2, 3)
print(t[0], t[-1], t[1:], t[::-1], t[:] is t, t * 2, 2 * t, () * 5, t + (4,), t.index(2), t.count(1), t < (1, 2, 4), (1,) == (1.0,), hash(t) == hash((1, 2, 3)), (), (1,), ((),))


def q(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
q(lambda: t.index(9))
q(lambda: t[9])
q(lambda: t['a'])
q(lambda: t + [1])
q(lambda: tuple(5))
q(lambda: tuple(1, 2))
q(lambda: t * 'a')


def st():
    t[0] = 1
q(st)


def dt():
    del t[0]
q(dt)


class T(tuple):

    def __new__(c, *a):
        return super().__new__(c, a)
x = T(1, 2)
x.z = 5
print(x, x.z, type(x + x), type(x[:]), x == (1, 2), len(x), hash(x) == hash((1, 2)), tuple(x), T())
l = ([],)
l[0].append(l)
print(l)
print(tuple('abc'), tuple((x for x in range(3))), tuple([1, 2]), tuple({1: 2}), sys.getsizeof(()), sys.getsizeof((1, 2)))

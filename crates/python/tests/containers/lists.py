"""Lists: every method and operator, growth, order of release."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
l = [3, 1, 2]
l.sort()
print(l, sorted(l, reverse=True), l[::-1], l[1:], l[:-1], l[-2:], l[5:], l[::2])
l[1:2] = [7, 8, 9]
print(l)
l[::2] = [0] * len(l[::2])
print(l)
del l[1]
print(l)
del l[::2]
print(l)
l = [1, 2]
l.append(l)
print(l)
l.clear()
print(l)
l = list(range(20))
del l[2:15:3]
print(l)
del l[::-3]
print(l)
l[5:2] = [100]
print(l)
l = [1]
l += (2, 3)
l += 'ab'
print(l, l * 2, 2 * l, l * 0)
l *= 3
print(l, len(l))
l *= 0
print(l)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 3], [1] == [1.0], [1] != [2], [2] > [1, 5], [] < [0], [1, 2] >= [1, 2])
print([1, 2, 3].index(3), [1, 2, 1].count(1), 2 in [1, 2], 5 in [1], [1, 2, 3].index(2, 1, 3))
t(lambda: [1].index(5))
t(lambda: [].pop())
t(lambda: [1].pop(3))
t(lambda: [1].remove(2))
t(lambda: [1][4])
t(lambda: list((1,))['a'])
t(lambda: [1] + 1)
t(lambda: [1] + (2,))
t(lambda: [1] * 1.5)


def f():
    l = [1]
    l[3] = 2
t(f)


def f():
    l = [1, 2, 3]
    l[::2] = [1]
t(f)


def f():
    l = [1, 2, 3]
    l[::2] = 1
t(f)


def f():
    l = [1, 2, 3]
    l[1:] = 1
t(f)


def f():
    l = [1, 2, 3]
    del l[7]
t(f)
t(lambda: list(5))
t(lambda: list(1, 2))
t(lambda: list(a=1))
t(lambda: {[]: 1})
print(list('abc'), list({1: 2}), list((1, 2)), list(range(3)), list((x * x for x in range(4))))
print(sys.getsizeof([]), sys.getsizeof([1]), sys.getsizeof(list(range(10))), sys.getsizeof([x for x in range(10)]), sys.getsizeof([0] * 7), sys.getsizeof([1, 2, 3]))


class D:

    def __init__(s, n):
        s.n = n

    def __del__(s):
        print('del', s.n)
l = [D(i) for i in range(4)]
del l[:]
print('--')
l = [D(i) for i in range(4)]
l.clear()
print('--')
l = [D(i) for i in range(4)]
l[1:3] = []
print('--')
l = []
print('--')
l = [D(i) for i in range(6)]
del l[::2]
print('--')
l[:] = []
print('--')
l = [D(i) for i in range(4)]
l[::2] = [1, 2]
print('--')
l *= 0
print('--')
l = [D(i) for i in range(3)]
l.sort(key=lambda d: -d.n)
l = None
print('--')
t = (D(1), D(2))
t = None
for x in (l := [1, 2, 3]):
    if x == 2:
        l.append(9)
    print(x, end=' ')
print()
it = iter(l)
print(sys.getrefcount(l), end=' ')
list(it)
print(sys.getrefcount(l))
l.append(1)
print(next(it, 'end'))
r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), list(r), list(r))
a, *b, c = [1, 2, 3, 4]
print(a, b, c)
(a, b), c = ((1, 2), 3)
print(a, b, c)
*a, = range(3)
print(a)
print([*range(3), *'ab'], (*[1], 2), {*[1, 2], 3})
l = [1, 2, 3]
l.insert(1, 'x')
l.insert(-1, 'y')
l.insert(100, 'z')
l.insert(-100, 'a')
print(l)
l.reverse()
print(l)
print(l.copy() is l, l.copy() == l)


class L(list):
    pass
x = L([1, 2])
x.a = 3
print(x, x.a, type(x + x), type(x[:]), x == [1, 2], isinstance(x, list), len(x))
x.extend(x)
print(x)


def g():
    yield 1
    raise ValueError('g')
l = [0]
try:
    l.extend(g())
except ValueError as e:
    print(l, e)


class H:

    def __iter__(s):
        return iter([1, 2])

    def __length_hint__(s):
        return 10
print(sys.getsizeof(list(H())), sys.getsizeof([1, 2, *H()]))


class B:

    def __getitem__(s, i):
        if i > 2:
            raise IndexError
        return i * 10
print(list(B()), list(reversed([1, 2])), 20 in B())
print(list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, '', 2])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(all([]), any([]), all([1, 0]), any([0, 2]), sum([1, 2]), min([3, 1]), max(1, 2))

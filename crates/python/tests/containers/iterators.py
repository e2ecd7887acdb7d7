"""Iterators and unpacking, and the tuples that enumerate, zip and items() give out again."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
ids = set()
for x in enumerate('abcdef'):
    ids.add(id(x))
    del x
print(len(ids))
ids = set()
for x in zip('abcdef', 'abcdef'):
    ids.add(id(x))
    del x
print(len(ids))
print(list(enumerate('ab', 5)), list(enumerate('ab', 2 ** 63 - 1)), list(zip()), list(zip('ab')), list(zip([1, 2], 'abc')), list(zip([1], [2], strict=True)))
t(lambda: list(zip([1], [1, 2], strict=True)))
t(lambda: list(zip([1, 2], [1], strict=True)))
t(lambda: list(zip([1, 2], [1, 3], [1], strict=True)))
t(lambda: list(zip([], [], [1], strict=True)))
t(lambda: zip(1))
t(lambda: enumerate())
t(lambda: enumerate([], 'a'))
t(lambda: map(1))
t(lambda: map(int))
t(lambda: zip(a=1))
t(lambda: reversed({1}))
t(lambda: reversed(5))
t(lambda: filter(1))
t(lambda: iter(5))
t(lambda: iter(5, 1))
t(lambda: next(5))
t(lambda: next(iter([])))
print(next(iter([]), 'dflt'), list(iter(iter([1, 2, 3]).__next__, 3)))


def gen():
    yield ('a', 1)
    yield ('b', 2)
print(dict(gen()), {k: v for k, v in gen()})


def u():
    a, b = (1, 2, 3)
t(u)


def u():
    a, b = {1, 2, 3}
t(u)


def u():
    a, b, c = [1, 2]
t(u)


def u():
    a, *b, c = [1]
t(u)


def u():
    a, b = 5
t(u)


def u():
    a, *b = 5
t(u)


def u():
    (a, b), c = (1, 2)
t(u)
for x in [1, 2, 3]:
    try:
        print(x)
        continue
    finally:
        pass
m = map(lambda x: 1 / x, [1, 0, 2])
print(next(m))
t(lambda: next(m))
print(next(m))
t(lambda: next(m))
z = zip([1, 2, 3], iter([1]))
print(list(z))
e = enumerate([1, 2])
print(next(e), list(e), e.__class__.__name__)
print([i for i in reversed(range(3))], list(reversed('abc')), list(reversed((1, 2))))
print(dict([['a', 1], ('b', 2), 'cd']), dict({}.items()), {}.fromkeys([1]))

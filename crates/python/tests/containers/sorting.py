"""Sorting: which items are compared, in which order, and lists that change meanwhile."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class K:

    def __init__(s, n):
        s.n = n

    def __lt__(s, o):
        log.append((s.n, o.n))
        return s.n < o.n

    def __repr__(s):
        return f'K{s.n}'
for n, seq in [(5, [3, 1, 4, 1, 5]), (4, [4, 3, 2, 1]), (6, [1, 1, 1, 0, 0, 0]), (10, [5, 5, 4, 4, 3, 3, 9, 1, 2, 8]), (3, [1, 2, 3])]:
    log = []
    print(sorted(map(K, seq)), log)


def lcg(n, m, seed=7):
    x = seed
    r = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        r.append((x >> 8) % m)
    return r
for n, m in [(100, 1000), (300, 10), (1000, 100000), (200, 3), (64, 64), (65, 65), (129, 2)]:
    log = []
    r = sorted(map(K, lcg(n, m)))
    h = 0
    for a, b in log:
        h = (h * 31 + a * 7 + b) % 1000000007
    print(n, m, len(log), h, [k.n for k in r] == sorted(lcg(n, m)))
    base = list(range(n))
    base = base[n // 2:] + base[:n // 3] + lcg(5, n) + base[n // 3:n // 2]
    log = []
    r = sorted(map(K, base), reverse=True)
    h = 0
    for a, b in log:
        h = (h * 31 + a * 7 + b) % 1000000007
    print(n, m, len(log), h, [k.n for k in r] == sorted(base)[::-1])
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([1, 'a'], key=str), sorted([2.5, 1, 3]), sorted([0.0, -0.0, 1]), sorted([True, False, 2]))
t(lambda: sorted([1, 'a']))
t(lambda: sorted([1, None]))
l = [3, 2, 1]


def key(x):
    l.append(x)
    return x


def f():
    l.sort(key=key)
t(f)
print(l)
l = [3, 1, 2]


def key(x):
    if x == 2:
        raise KeyError('k')
    return x
t(lambda: l.sort(key=key))
print(l)
l = [3, 2, 1]


def f():
    print(l)
    return None
l.sort(key=lambda x: (print(l), x)[1])
print(l)
print(sorted([('b', 1), ('a', 1), ('c', 0)], key=lambda p: p[1], reverse=True))

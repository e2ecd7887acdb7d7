"""Reference counts after everything that copies, fills or abandons containers."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
a = [1, 2, 3]
b = a
a += [4]
print(b is a, b)
t2 = ([],)
try:
    t2[0] += [1]
except TypeError as e:
    print(e, t2)
print(sys.getrefcount(a), [sys.getrefcount(x) for x in [object()]], [sys.getrefcount(x) for x in (object(),)], sys.getrefcount(list(iter(a))))
o = object()
L = [o] * 5
print(sys.getrefcount(o))
S = {o}
T = (o, o)
D = {o: o}
print(sys.getrefcount(o))
L2 = L[:]
L3 = L + L
L4 = list(L)
T2 = tuple(L)
print(sys.getrefcount(o))
del L, L2, L3, L4
print(sys.getrefcount(o))
S |= {o}
S2 = S | {1}
S3 = S.copy()
F = frozenset(S)
print(sys.getrefcount(o))
D2 = D.copy()
D3 = dict(D)
D4 = {**D}
D5 = D | {}
print(sys.getrefcount(o))
D.setdefault(o, 1)
D.update(D2)
D.pop(o)
print(sys.getrefcount(o))
x = sorted([o], key=id)
y = list(map(id, [o]))
z = list(zip([o], [o]))
w = list(enumerate([o]))
print(sys.getrefcount(o))
a, *b = [o, o, o]
c, d = (o, o)
print(sys.getrefcount(o))
for fn in ('extend', '__iadd__'):
    l = []
    getattr(l, fn)((x for x in [o] * 3))
    print(sys.getrefcount(o))
t(lambda: [o].index(5))
t(lambda: [o].remove(5))
t(lambda: sorted([o, o, 1]))
t(lambda: {o: 1}[5])
t(lambda: list(zip([o], 5)))
t(lambda: dict([(o,)]))
t(lambda: (lambda a, b: 0)(*[o]))
print(sys.getrefcount(o))


def bad():
    yield o
    yield o
    raise KeyError
for f in (list, tuple, set, sorted, sum, any, dict.fromkeys, lambda g: [*g], lambda g: {*g}, lambda g: [].extend(g), lambda g: max(g, key=id), lambda g: (lambda *a: 0)(*g), lambda g: print(*g)):
    try:
        f(bad())
    except (KeyError, TypeError):
        pass
    print(sys.getrefcount(o), end=' ')


def ue(g):
    a, b, c = g


def ue2(g):
    a, *b, c = g
for f in (ue, ue2):
    try:
        f(bad())
    except KeyError:
        pass
    print(sys.getrefcount(o))

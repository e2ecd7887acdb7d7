"""Dicts and their views: contents, sizes, order of release, comparisons, and dicts that change meanwhile."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
d = {'a': 1, 'b': 2}
print(d, d['a'], d.get('z'), d.get('z', 5), 'a' in d, len(d), list(d), list(d.items()), d.keys(), d.values(), d.items())
d['c'] = 3
del d['a']
d['a'] = 4
print(d)
print(d.pop('b'), d.pop('q', None), d.popitem(), d)
t(lambda: d.pop('q'))
t(lambda: d['nope'])
t(lambda: {}.popitem())
t(lambda: d[[]])
print(d.setdefault('c', 9), d.setdefault('n'), d.setdefault('m', []), d)
print({1: 2} | {1: 3, 4: 5}, {**{1: 2}, 3: 4})
d = {1: 2}
d |= [(3, 4)]
d |= {5: 6}
print(d)
t(lambda: {} | [])
d.update(a=1)
d.update({'b': 2}, c=3)
d.update([('x', 1)])
print(d)
t(lambda: d.update(5))
t(lambda: d.update([1]))
t(lambda: d.update([(1, 2, 3)]))
t(lambda: d.update(1, 2))
print(dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), dict(a=1), dict([(1, 2)]), dict({'x': 1}, y=2), dict(zip('ab', [1, 2])))
t(lambda: dict(5))
t(lambda: dict(1, 2))
t(lambda: dict([1]))
d = {}
d['self'] = d
print(d)
print({1: [d]})


class M(dict):

    def __missing__(s, k):
        return k * 2
m = M(a=1)
print(m['a'], m['b'], m, m.get('b'), type(m.copy()), type(m | {}), M.fromkeys('ab'))


class K:

    def keys(s):
        return ['x', 'y']

    def __getitem__(s, k):
        return k + '!'
print(dict(K()), {**K()})
d = {}
d.update(K())
print(d)


def f(**k):
    return k
print(f(**K()), f(**{'a': 1}, b=2))
t(lambda: f(**{'a': 1}, a=2))
t(lambda: f(**5))
t(lambda: f(**{1: 2}))
t(lambda: {**5})
d = {i: i for i in range(5)}


def it():
    for k in d:
        d[k + 10] = 1
t(it)
d = {i: i for i in range(5)}


def it():
    for k in d:
        del d[k]
t(it)
d = {0: 0}


def it():
    for k in d:
        del d[0]
        d[1] = 1
t(it)
print(d)
d = {0: 0}


def it():
    for i in range(20):
        for k in d:
            del d[k]
            d[k + 1] = 0
t(it)
i = iter({1: 1, 2: 2})
print(next(i), i.__length_hint__(), list(i), next(i, None))
print(list(reversed({1: 1, 2: 2})), list(reversed({1: 3}.values())), list(reversed({1: 3, 4: 5}.items())))
a = {1: 1, 2: 2, 3: 3}
b = {2: 2, 3: 4}
print(a.keys() & b.keys(), a.keys() | b.keys(), a.keys() - b.keys(), a.keys() ^ b.keys(), a.items() & b.items(), a.items() - b.items(), a.items() | b.items(), a.items() ^ b.items())
print(a.keys() > b.keys(), a.keys() == {1, 2, 3}, a.keys() <= b.keys(), a.keys().isdisjoint([9]), a.keys().isdisjoint({1}), (1, 1) in a.items(), (1, 2) in a.items(), 1 in a.values(), a.items() >= b.items())
print(a.keys() & [1, 2, 9], [1, 9] & a.keys(), a.keys() - [1], a.keys() | 'x')
t(lambda: a.keys() & 5)
print(a == {1: 1, 2: 2, 3: 3}, a != {}, {1: 1} == {1.0: True}, a.keys() == b.keys())
t(lambda: a < b)
d = {}
v = d.values()
k = d.keys()
d[1] = 2
print(v, k, len(v))
print(k.mapping)
g = sys.getsizeof
print(g({}), g({'a': 1}), g({1: 1}), g({i: i for i in range(6)}), g(dict.fromkeys(range(100))), g(dict(a=1, b=2)), g({**{'a': 1}}))
d = {'a': 1}
d[1] = 1
print(g(d))
d.clear()
print(g(d))
d = {str(i): i for i in range(5)}
c = d.copy()
print(g(d), g(c))
del c['0'], c['1'], c['2'], c['3']
print(g(c), g(c.copy()))


class D:

    def __init__(s, n):
        s.n = n

    def __del__(s):
        print('del', s.n)

    def __hash__(s):
        return 1

    def __eq__(s, o):
        return s is o
d = {D('k1'): D('v1'), D('k2'): D('v2')}
d.clear()
print('--')
d = {1: D(1), 2: D(2), 3: D(3)}
d = None
print('--')
d = {1: D('old')}
d[1] = D('new')
print('--')
d.pop(1)
print('--')


class E:

    def __init__(s, n):
        s.n = n

    def __hash__(s):
        return 5

    def __eq__(s, o):
        print('eq', s.n, o.n)
        return s.n == o.n
d = {E(1): 1, E(2): 2}
print(E(2) in d)
d[E(1)] = 7
print(len(d))
try:
    d[E(9)]
except KeyError as e:
    print(e.args[0].n)


class X:

    def __eq__(s, o):
        raise ValueError('boom')

    def __hash__(s):
        return 7
d = {X(): 1}
t(lambda: d[X()])
t(lambda: d == {X(): 1})


class Mut:

    def __hash__(s):
        return 1

    def __eq__(s, o):
        d.clear()
        return False
d = {Mut(): 1}
t(lambda: d.get(Mut(), 'none'))
print(d)
p = [x for x in {1: 2, 3: 4}.items()]
print(p, p[0] is p[1])
ids = set()
for x in {i: i for i in range(10)}.items():
    ids.add(id(x))
print(len(ids))
del x

"""Subclasses of containers and iterators."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class L(list):

    def __init__(self, *a):
        self.x = 1
        super().__init__(*a)

    def append(self, v):
        print('app', v)
        super().append(v)
l = L('ab')
l.append('c')
l += ['d']
print(l, l.x, l == ['a', 'b', 'c', 'd'], l.__class__.__name__, len(l), l[1:], sys.getsizeof(L()))


class D(dict):

    def __getitem__(s, k):
        return 'got' + k

    def __setitem__(s, k, v):
        print('set', k)
        super().__setitem__(k, v)
d = D(a=1)
d['b'] = 2
d.update(c=3)
print(d['a'], d.get('a'), d, {**d}, dict(d), list(d), f'{d}')


class D2(dict):

    def __iter__(s):
        return iter(['q'])

    def __getitem__(s, k):
        return 'v'

    def keys(s):
        return ['k1', 'k2']
print(dict(D2(z=1)), {**D2(z=1)}, list(D2(z=1)), D2(z=1).copy(), D2(z=1) | {1: 2}, {1: 2} | D2(z=1))


class S(set):

    def __contains__(s, x):
        return True
print(5 in S(), S([1]) <= {1, 2}, {1} | S([3]))


class T(tuple):

    def __iter__(s):
        return iter('xyz')

    def __len__(s):
        return 7
print(list(T((1, 2))), len(T((1, 2))), T((1, 2)), T((1, 2))[0], tuple(T((1, 2))), [*T((1, 2))])
a, b, c = T((1, 2))
print(a, b, c)


class E(enumerate):
    pass


class Z(zip):
    pass


class M(map):
    pass
print(list(E('ab')), list(Z('ab', 'cd')), list(M(str, [1])), type(iter(E('a'))).__name__)
e = E('ab')
e.attr = 5
print(e.attr, next(e))

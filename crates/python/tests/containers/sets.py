"""Sets: order of the table through all operations, sizes, comparisons, order of release."""

import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
s = {3, 1, 2}
print(s, set(), frozenset(), frozenset([1]), {1} | {2}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3})
s.add(5)
s.discard(9)
s.remove(1)
print(s)
t(lambda: s.remove(99))
t(lambda: set().pop())
t(lambda: s.remove([]))
t(lambda: {[]})
t(lambda: s | [1])
t(lambda: s < [1])
t(lambda: set(5))
t(lambda: set(1, 2))
t(lambda: set(a=1))
print({1, 2} <= {1, 2, 3}, {1} < {1}, {1, 2} >= {1}, {1} == {1.0}, {1} != frozenset([1]), {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2]))
print(set('hello') == set('olleh'), {frozenset([1])}, {1, 2} in [{1, 2}], {1} in {frozenset([1])})
big = set(range(0, 3000, 7))
print(list(big)[:30], len(big))
o = set(range(0, 3000, 5))
for r in (big | o, o | big, big & o, o & big, big - o, o - big, big ^ o, o ^ big, big.union(range(50)), big.intersection(range(500)), big.difference(range(100)), big.symmetric_difference(range(60)), big.union({1: 1, 9999: 2}), big.difference({7: 1}), {7}.difference(big), {7, 8} - big):
    x = list(r)
    print(len(x), sum((i * v for i, v in enumerate(x))) % 1000007, x[:8], sys.getsizeof(r))
c = set(big)
print(list(c) == list(big))
c = big.copy()
print(list(c) == list(big))
s = set(range(20))
print([s.pop() for _ in range(5)], s)
s.add(100)
print(s.pop(), list(s))
s.clear()
print(s)
s = {1, 2, 3}
s |= {4}
s &= {1, 2, 4}
s -= {1}
s ^= {9, 2}
print(s)
s.update([1], (2,), 'ab'[:0])
s.intersection_update([1, 2], [2])
print(s)
s.difference_update([2])
s.symmetric_difference_update([5, 6])
print(s)
for n in (4, 5, 18, 19, 76, 77):
    print(sys.getsizeof(set(range(n))), end=' ')
print(sys.getsizeof(set()), sys.getsizeof({1, 2, 3, 4, 5, 6}), sys.getsizeof(frozenset(range(10))))
print(hash(frozenset([1, 2, 3])), hash(frozenset()), hash(frozenset(['a'])) == hash(frozenset(['a'])), hash((1, 2, 3)), hash(()), hash((1, (2, 3))), hash(slice(1, 2)), hash(frozenset(range(50))))
t(lambda: hash({1}))
t(lambda: hash([]))
t(lambda: hash({}))


def f():
    for x in s:
        s.add(x + 100)
s = {1, 2}
t(f)


class S(set):
    pass


class F(frozenset):
    pass
print(S([1]), F([1]), type(S([1]) | {2}), type(S().copy()), type(F([1]).copy()), S([1]) == {1}, repr(S()), type(F([1]) | F([2])))
x = frozenset([1])
print(frozenset(x) is x, x.copy() is x, x | {2}, {2} | x, type({2} | x), type(x | {2}))
x = S()


class R:

    def __hash__(self):
        return 1

    def __repr__(self):
        return repr(s)
s = {R()}
print(s)


class D:

    def __init__(s, n):
        s.n = n

    def __del__(s):
        print('del', s.n)

    def __hash__(s):
        return s.n
s = {D(3), D(1), D(2)}
s.clear()
print('--')
s = {D(3), D(1), D(2)}
s = None
print('--')
s = {D(4), D(5)}
s &= set()
print('--')


class E:

    def __init__(s, n, h):
        s.n = n
        s.h = h

    def __hash__(s):
        return s.h

    def __eq__(s, o):
        print('eq', s.n, o.n, end=';')
        return s.n == o.n

    def __repr__(s):
        return f'E{s.n}'
s = {E(1, 1), E(2, 1), E(3, 9)}
print(s)
print(E(2, 1) in s)
s.add(E(3, 9))
print(s)
print(s & {E(2, 1)})
print(s == {E(1, 1), E(2, 1), E(3, 9)})
print(s - {E(1, 1)})
print({1}.intersection(iter(lambda: 1, 0)))
i = iter({1, 2})
print(i.__length_hint__(), next(i), list(i), next(i, None))
print({1, 2, 3}.union([4], {5}), set().union(), {1, 2}.intersection(), {1}.difference())
print({1: 2}.keys() | {3}, {3} | {1: 2}.keys(), {1} & {1: 2}.keys(), {1, 2} > {1: 2}.keys())
strs = {'x', 'y'}
print(len(strs | {'z'}), 'x' in strs)

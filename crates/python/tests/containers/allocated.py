"""How many allocations of the collector's each expression makes once the free lists are warm."""

import gc
gc.disable()


def warm():
    a = [[] for _ in range(60)]
    b = [{} for _ in range(60)]
    c = [tuple(range(n)) for n in range(1, 20) for _ in range(9)]
    d = [tuple([n]) for n in range(50)]
warm()


def delta(f):
    a = gc.get_count()[0]
    x = f()
    b = gc.get_count()[0]
    return b - a
f = lambda: slice(1, [2])
delta(f)
f = lambda: frozenset([1])
print('frozenset([1])', delta(f), delta(f), delta(f))
f = lambda: sorted([1])
print('sorted([1])', delta(f), delta(f), delta(f))
f = lambda: list(range(3))
print('list(range(3))', delta(f), delta(f), delta(f))
f = lambda: tuple([1, 2])
print('tuple([1,2])', delta(f), delta(f), delta(f))
f = lambda: tuple((x for x in [1]))
print('tuple(x for x in [1])', delta(f), delta(f), delta(f))
f = lambda: dict(a=1)
print('dict(a=1)', delta(f), delta(f), delta(f))
f = lambda: {1} | {2}
print('{1}|{2}', delta(f), delta(f), delta(f))
f = lambda: [1] + [2]
print('[1]+[2]', delta(f), delta(f), delta(f))
f = lambda: set([1, 2])
print('set([1,2])', delta(f), delta(f), delta(f))
f = lambda: {1: 2}.copy()
print('{1:2}.copy()', delta(f), delta(f), delta(f))
f = lambda: [x for x in (1, 2)]
print('[x for x in (1,2)]', delta(f), delta(f), delta(f))
f = lambda: {}.keys() & {1}
print('{}.keys()&{1}', delta(f), delta(f), delta(f))
f = lambda: dict.fromkeys([1])
print('dict.fromkeys([1])', delta(f), delta(f), delta(f))
f = lambda: dict([(1, 2)])
print('dict([(1,2)])', delta(f), delta(f), delta(f))
f = lambda: {**{1: 2}}
print('{**{1:2}}', delta(f), delta(f), delta(f))
f = lambda: list({1: 2}.items())
print('list({1:2}.items())', delta(f), delta(f), delta(f))
f = lambda: [*(1, 2)]
print('[*(1,2)]', delta(f), delta(f), delta(f))
f = lambda: reversed([1])
print('reversed([1])', delta(f), delta(f), delta(f))
f = lambda: max([1, 2])
print('max([1,2])', delta(f), delta(f), delta(f))
f = lambda: set()
print('set()', delta(f), delta(f), delta(f))
f = lambda: zip([1], [2])
print('zip([1],[2])', delta(f), delta(f), delta(f))
f = lambda: list()
print('list()', delta(f), delta(f), delta(f))
f = lambda: dict()
print('dict()', delta(f), delta(f), delta(f))
f = lambda: {1: 2}.items()
print('{1:2}.items()', delta(f), delta(f), delta(f))
f = lambda: iter(())
print('iter(())', delta(f), delta(f), delta(f))
f = lambda: map(str, [1])
print('map(str,[1])', delta(f), delta(f), delta(f))
f = lambda: [1, 2][:]
print('[1,2][:]', delta(f), delta(f), delta(f))
f = lambda: [0] * 3
print('[0]*3', delta(f), delta(f), delta(f))
f = lambda: (1, [2]) + (3,)
print('(1,[2])+(3,)', delta(f), delta(f), delta(f))
f = lambda: enumerate([1])
print('enumerate([1])', delta(f), delta(f), delta(f))
f = lambda: list(zip([1], [2]))
print('list(zip([1],[2]))', delta(f), delta(f), delta(f))
f = lambda: {k: [] for k in 'ab'}
print("{k:[] for k in 'ab'}", delta(f), delta(f), delta(f))
f = lambda: dict(zip('ab', [1, 2]))
print("dict(zip('ab',[1,2]))", delta(f), delta(f), delta(f))
f = lambda: ' '.join(['a'])
print("' '.join(['a'])", delta(f), delta(f), delta(f))
f = lambda: list(map(str, [1]))
print('list(map(str,[1]))', delta(f), delta(f), delta(f))

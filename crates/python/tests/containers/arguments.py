"""What containers refer to, and mistakes in arguments."""

import gc


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
for o in ([1, [2], 'x'], (1, [2], 'x'), {1: [2], 'a': 'b'}, {3, 4}, iter([7]), enumerate([5]), zip([5], [6]), map(len, [[1]]), slice(1, 2, '3'), {1: 2}.items(), filter(None, [9]), iter(int, 5)):
    print([type(x).__name__ for x in gc.get_referents(o)])
print(repr(iter([]))[:15], repr(enumerate([]))[:17], repr(zip())[:11], repr({}.items()), repr(slice(None)), repr(reversed([]))[:21])
print(list[int], dict[str, int], tuple[int, ...], set[int], frozenset[str], enumerate[int], isinstance([], list), type(list[int]).__name__)
print([].__iter__().__next__.__name__, list.append.__name__, [].append.__self__, list.__mro__, dict.fromkeys.__name__)
t(lambda: [].append())
t(lambda: [].append(1, 2))
t(lambda: list.append(1, 2))
t(lambda: [].insert(1))
t(lambda: {}.get())
t(lambda: {}.pop())
t(lambda: set().add())
t(lambda: {}.setdefault())
t(lambda: [].sort(1))
t(lambda: [].extend(5))
t(lambda: ().index())
t(lambda: [].append(x=1))
t(lambda: {}.keys(1))
t(lambda: set().pop(1))
t(lambda: [].index())
t(lambda: {}.fromkeys())
t(lambda: sorted())
t(lambda: sorted(1, 2))
t(lambda: sorted([1], kez=1))
t(lambda: len())
t(lambda: len(1, 2))
t(lambda: iter())
t(lambda: next())
t(lambda: any())
t(lambda: all(1, 2))
t(lambda: len(x=1))
t(lambda: len(5))
t(lambda: sorted([3, 1], reverse='yes'))
t(lambda: sorted([3, 1], key=None))
t(lambda: sorted([3, 1], key=5))
t(lambda: [2, 1].sort(reverse=[]))
x = [1, 2, 3]
for i in x:
    if i == 1:
        x.remove(1)
    print(i, end=' ')
print()
print([[]] * 3, [[0] * 2 for _ in range(2)], {x for x in 'aab'} == {'a', 'b'}, {k: v for k, v in zip('ab', [1, 2])})
match [1, 2, 3]:
    case [a, *r]:
        print(a, r)
match {'k': 1, 'z': 2}:
    case {'k': v, **rest}:
        print(v, rest)
it = iter([1, 2, 3])
print(list(zip(it, it)), next(it, 'no'))
print(max({'a': 3, 'b': 5}.items(), key=lambda p: p[1]), sum({1: 2, 3: 4}), sorted({3: 1, 1: 2}), min((3, 1, 2)), list({1: 2}.values()) + list({}))
print(' '.join(sorted({'x', 'b'})), ','.join(map(str, {1: 2, 3: 4})), dict(enumerate('ab')), set(enumerate('a')))
w = [1, 2, 3, 4, 5, 6, 7, 8, 9]
w[2:5] = 'xy'
print(w)
w[::3] = 'abc'
print(w)
w[-1:] = []
print(w)
del w[-3:]
print(w)
w[10:20] = [99]
print(w)
w[:0] = w
print(w)
print((1, 2) < (1, 2, 0), (1, 2) == [1, 2], [1] == (1,), {1} == {1: 1}.keys(), {} == {}, [[1, 2], [3]] == [[1, 2], [3]], float('nan') in [float('nan')])
n = float('nan')
print(n in [n], [n] == [n], (n,) == (n,), {n} == {n}, [n].index(n), {n: 1} == {n: 1}, sorted([2.0, n, 1.0])[0])

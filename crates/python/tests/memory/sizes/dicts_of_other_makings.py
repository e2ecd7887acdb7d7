import sys

size = sys.getsizeof
print(size(dict(a=1)), size(dict(a=1, b=2, c=3, d=4, e=5, f=6)), size(dict([('a', 1)])), size(dict(zip('abcdef', range(6)))))
print(size(dict.fromkeys('abcdefgh')), size(dict.fromkeys(range(8))), size(dict.fromkeys({1, 2, 3})), size(dict.fromkeys([])))
print(size({'a': 1, 'b': 2}), size({1: 1, 2: 2}), size({'a': 1, **{'b': 2}}), size({**{}}))
d = dict.fromkeys(range(30))
print(size(d), size(d | {}), size(d.copy()), size(d | {40: 1}))
for i in range(28): del d[i]
print(size(d), size(d.copy()), size({**d}), size(dict(d)), size(d | {}))
d.clear()
print(size(d))
d.update(a=1)
print(size(d))
d.update([(i, i) for i in range(12)])
print(size(d))


def f(**kw):
    return size(kw)


print(f(), f(a=1), f(a=1, b=2, c=3, d=4, e=5, g=6), f(**{'a': 1}))

import gc


class A:
    def __init__(self, *values):
        self.x, self.y = values


def kinds(of):
    return [type(o).__name__ for o in gc.get_referents(of)]


a = A([1], [2])
d = a.__dict__
print(kinds(a), kinds(d), len(gc.get_referrers(a.x)))
d['z'] = [3]
print(kinds(a), kinds(d))
del a.x
d.pop('y')
print(kinds(a), kinds(d))
d.clear()
d['new'] = [4]
print(kinds(a), kinds(d))
a.__dict__ = {'x': [5]}
print(kinds(a), kinds(d))
b, c, f = A([1], [2]), A([3], [4]), A([5], [6])
b.__dict__.popitem()
print(kinds(b), kinds(b.__dict__))
c.__dict__ = c.__dict__
print(kinds(c), kinds(c.__dict__))
f.__dict__[1] = []
print(kinds(f), len(kinds(f.__dict__)))


class S:
    __slots__ = 's', '__dict__'


s = S()
s.s, s.x = [0], [1]
s.__dict__
print(kinds(s)[:1])
g = A([1], [2])
h = g.__dict__
del g
print(kinds(h))

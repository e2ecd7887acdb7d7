import weakref


class Key:
    def __init__(self, name):
        self.name = name


d = weakref.WeakKeyDictionary()
a, b = Key('a'), Key('b')
d[a], d[b] = 1, 2
print(len(d), d[a], a in d, Key('a') in d, [k.name for k in d])
del a
print(len(d), list(d.values()), [r().name for r in d.keyrefs()])
try:
    d[1]
except TypeError as e:
    print(e)
try:
    d[Key('x')]
except KeyError:
    print('KeyError')
print(1 in d, d.get(Key('y'), 'default'), d.setdefault(b, 5), d.pop(b), len(d))

import weakref


class A:
    def __init__(self, name):
        self.name = name


one, two = A('one'), A('two')
d = weakref.WeakValueDictionary({1: one}, two=two)
print(len(d), d[1].name, 1 in d, sorted(map(str, d)))
for r in d.valuerefs():
    print(type(r).__name__, r.key)
del r
d['none'] = A('temporary')
print(len(d), d.get('none'), d.pop('none', 'gone'))
del one
print(len(d), list(d.items())[0][0], 1 in d)
try:
    d[1]
except KeyError as e:
    print('KeyError', e)
e = d.copy()
d |= {2: two}
print(len(d), len(e), e == {'two': two}, d.setdefault('two', 5) is two, d.popitem()[0])
try:
    d[3] = 3
except TypeError as error:
    print(error)

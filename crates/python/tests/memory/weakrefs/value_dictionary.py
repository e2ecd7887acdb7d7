# An entry of a WeakValueDictionary goes with its value; the references know their keys.
import gc
import weakref


class A:
    def __init__(self, name):
        self.name = name


a, b = A('a'), A('b')
d = weakref.WeakValueDictionary(one=a)
d['two'] = b
d['three'] = b
print(len(d), d['one'] is a, 'two' in d, sorted(d), d.get('four', 4), [r.key for r in d.valuerefs()], weakref.getweakrefcount(b))
print(d.setdefault('one', b) is a, d.setdefault('five', a) is a, d.pop('five') is a, d.pop('six', 6), sorted(d.copy()))
del b
print(len(d), list(d)); gc.collect()
try:
    d['two']
except KeyError as error:
    print(error)
try:
    d['x'] = 1
except TypeError as error:
    print(error)
key, value = d.popitem()
print(key, value is a, len(d))

import weakref


class A:
    def __init__(self, name):
        self.name = name


objects = {n: A(n) for n in 'abcd'}
d = weakref.WeakValueDictionary(objects)
seen = []
for key in d:
    seen.append(key)
    objects.pop('c', None)
print(seen, len(d), sorted(d))
values = []
for value in d.values():
    values.append(value.name)
    objects.pop('b', None)
del value
print(values[0], sorted(d))

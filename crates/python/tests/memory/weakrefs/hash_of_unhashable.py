import weakref


class Unhashable:
    __hash__ = None


u = Unhashable()
r = weakref.ref(u)
try:
    hash(r)
except TypeError as e:
    print(e)
del u
try:
    hash(r)
except TypeError as e:
    print(e)

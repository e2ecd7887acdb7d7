import gc
import weakref


class A:
    pass


def f():
    pass


ra, rf, rm = weakref.ref(A), weakref.ref(f), weakref.ref(weakref)
print(ra() is A, rf() is f, rm() is weakref, weakref.getweakrefcount(f))
del f
print(rf())
del A
print(ra() is None)
gc.collect()
print(ra())

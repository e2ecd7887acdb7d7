import gc
import weakref


class A:
    pass


class B(A):
    pass


print(weakref.getweakrefcount(A), weakref.getweakrefcount(B), A.__subclasses__())
r = weakref.ref(B, lambda r: print('B is gone'))
del B
print(A.__subclasses__()[0].__name__, r() is None)
print(gc.collect(), A.__subclasses__(), r())

# Who holds a type parameter.
import gc
import sys
import weakref


def make():
    def f[T]():
        return T
    return f


f = make()
t = weakref.ref(f())
print(sys.getrefcount(f()), t() is f())
del f
gc.collect()
print(t() is None)
type Alias[K] = list[K]
k = weakref.ref(Alias.__type_params__[0])
print(Alias.__value__, sys.getrefcount(Alias))
del Alias
gc.collect()
print(k() is None)

import sys
import weakref


class A:
    pass


def callback(ref):
    raise ValueError('ignored')


sys.unraisablehook = lambda info: print(info.exc_type.__name__, info.exc_value, info.object is callback)
a = A()
r, s = weakref.ref(a, callback), weakref.ref(a, callback)
del a
print('end')

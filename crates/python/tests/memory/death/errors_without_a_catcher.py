# Where an error cannot be raised: what it says, and of which object.
import sys
import weakref


class D:
    def __del__(self):
        raise ValueError('in __del__')


def callback(reference):
    raise KeyError('in a callback')


def generator():
    try:
        yield
    finally:
        raise IndexError('in a generator')


sys.unraisablehook = lambda u: print(u.exc_type.__name__, u.exc_value, str(u.err_msg).split(' <')[0], type(u.object).__name__)
D()
d = D()
r = weakref.ref(d, callback)
d = None
g = generator()
next(g)
del g
print('end')

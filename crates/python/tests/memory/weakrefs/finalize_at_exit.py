# finalize objects that are alive at exit run among the functions of atexit, last registered first.
import atexit
import weakref


class A:
    def __del__(self):
        print('del')


a, b = A(), A()
atexit.register(print, 'before any finalize')
one = weakref.finalize(a, print, 'one')
atexit.register(print, 'after the first')
two = weakref.finalize(b, print, 'two')
three = weakref.finalize(b, print, 'three')
three.atexit = False
weakref.finalize(a, lambda: weakref.finalize(b, print, 'registered at exit'))
del a
print('end')

import atexit
import weakref


class A:
    def __del__(self):
        print('del')


a = A()
atexit.register(print, 'first registered')
weakref.finalize(a, print, 'finalize one')
weakref.finalize(a, print, 'finalize two')
weakref.finalize(a, print, 'not at exit').atexit = False
atexit.register(print, 'last registered')
r = weakref.ref(a, lambda r: print('callback'))
print('end of program')

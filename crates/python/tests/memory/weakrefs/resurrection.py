import gc
import weakref


class N:
    def __del__(self):
        saved.append(self)


saved = []
n = N()
n.n = n
plain = weakref.ref(n)
called = weakref.ref(n, lambda r: print("callback"))
del n
print(gc.collect(), plain() is None, called() is None)
saved[0].n = None

import gc
import weakref


class A:
    def __del__(self):
        kept.append(self)


kept = []
a = A()
a.me = a
plain = weakref.ref(a)
called = weakref.ref(a, lambda r: print('callback'))
del a
print(gc.collect(), len(kept), plain() is None, called() is None, gc.is_finalized(kept[0]))
a = kept.pop()
again = weakref.ref(a)
print(again is plain, again() is a)
del a
print(gc.collect(), again(), len(kept))

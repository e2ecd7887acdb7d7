import gc
import weakref


class A:
    pass


a = A()
a.me = a
a.ref = weakref.ref(a, lambda r: print('never'))
r = weakref.ref(a, lambda r: print('callback', r()))
p = weakref.proxy(a)
a = None
print(weakref.getweakrefcount(r()))
gc.collect()
print(r())

import gc
import weakref


class Node:
    pass


a = Node()
a.me = a
a.inside = weakref.ref(a, lambda ref: print('inside'))
outside = weakref.ref(a, lambda ref: print('outside', ref() is None))
del a
print(gc.collect())
print(outside())

import gc
import weakref

kept = []


class Node:
    def __del__(self):
        kept.append(self)


a = Node()
a.me = a
called = weakref.ref(a, lambda ref: print('callback'))
del a
gc.collect()
print(called(), weakref.getweakrefcount(kept[0]))

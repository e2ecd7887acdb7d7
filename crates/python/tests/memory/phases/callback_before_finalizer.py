import gc
import weakref


class Node:
    def __del__(self):
        print('del', plain() is None, called() is None)


a = Node()
a.me = a
plain = weakref.ref(a)
called = weakref.ref(a, lambda ref: print('callback'))
del a
gc.collect()
print(plain(), called())

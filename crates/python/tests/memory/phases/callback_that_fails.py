import gc
import weakref


class Node:
    pass


def callback(ref):
    print('callback')
    raise ValueError('in a callback')


a = Node()
a.me = a
r = weakref.ref(a, callback)
del a
print(gc.collect())

import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name, self.other.name)


a = Node('a')
b = Node('b')
a.other, b.other = b, a
r = weakref.ref(a, lambda ref: print('callback 1', ref()))
s = weakref.ref(a, lambda ref: print('callback 2', ref()))
del a, b
print(gc.collect())

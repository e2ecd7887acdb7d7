import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


gc.set_debug(gc.DEBUG_SAVEALL)
a, b = Node('a'), Node('b')
a.to, b.to = b, a
r = weakref.ref(a)
del a, b
print(gc.collect(), [n.name for n in gc.garbage if type(n) is Node], r() is None)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())

import gc
import weakref


class Node:
    pass


alive = Node()
trash = Node()
trash.me = trash
trash.ref = weakref.ref(alive, lambda ref: print('never'))
del trash
print(gc.collect())
print(weakref.getweakrefcount(alive))
del alive

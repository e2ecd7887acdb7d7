import gc
import weakref


class Node:
    pass


class Holder:
    pass


holder = Holder()
n = Node()
n.me = n
holder.ref = weakref.ref(n, lambda r: print('outside', r()))
n.ref = weakref.ref(n, lambda r: print('never'))
other = Node()
other.me, other.ref = other, weakref.ref(n, lambda r: print('never either'))
del n, other
print(gc.collect(), holder.ref())

# What DEBUG_COLLECTABLE and DEBUG_LEAK write of each object found, in the order of the collector's list.
import gc
import io
import sys


class Node:
    def __del__(self):
        print('del')


gc.disable()
node, items = Node(), []
node.items, node.table = items, {'node': node}
items.append((node, items))
del node, items
sys.stderr = io.StringIO()
gc.set_debug(gc.DEBUG_COLLECTABLE)
print(gc.collect())
loop = []
loop.append(loop)
del loop
gc.set_debug(gc.DEBUG_LEAK)
print(gc.collect(), gc.garbage)
gc.set_debug(0)
print(*[line[:line.find(' 0x')] for line in sys.stderr.getvalue().splitlines()], sep='\n')
sys.stderr = sys.__stderr__

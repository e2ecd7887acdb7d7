import gc
import weakref


class Node:
    pass


nodes = [Node() for _ in range(4)]
refs = []
for i, node in enumerate(nodes):
    node.next = nodes[i - 1]
    for j in range(2):
        refs.append(weakref.ref(node, lambda ref, i=i, j=j: print('callback', i, j)))
del nodes, node
print(gc.collect())

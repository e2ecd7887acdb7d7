import gc

kept = []


class Node:
    def __init__(self, name):
        self.name = name


class Head(Node):
    def __del__(self):
        print('del', self.name)
        kept.append(self.left)


head = Head('head')
left = Node('left')
right = Node('right')
deep = Node('deep')
head.left, head.right, left.deep, left.up = left, right, deep, head
right.up = head
del head, left, right, deep
print(gc.collect(), sorted(n.name for n in gc.get_objects() if isinstance(n, Node)))
kept[0].up = None
print(gc.collect())

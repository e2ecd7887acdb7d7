import gc


class Node:
    def __init__(self, name):
        self.name = name


def order():
    return [n.name for n in gc.get_objects(generation=2) if type(n) is Node]


gc.collect()
late = Node('late')
early = Node('early')
keeper = [early]
del early
print([n.name for n in gc.get_objects(generation=0) if type(n) is Node])
gc.collect()
print(order())
x, y, z = Node('x'), Node('y'), Node('z')
y.held = x
z.held = y
del x, y
gc.collect()
print(order())

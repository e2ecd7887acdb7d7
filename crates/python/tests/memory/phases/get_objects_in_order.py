import gc


class Node:
    def __init__(self, name):
        self.name = name


def names(generation):
    return [o.name for o in gc.get_objects(generation) if type(o) is Node]


gc.collect()
a = Node('a')
b = Node('b')
gc.collect(0)
c = Node('c')
print(names(0), names(1), names(2))
gc.collect(1)
d = Node('d')
print(names(0), names(1), names(2))
try:
    gc.get_objects(3)
except ValueError as e:
    print(e)

import gc


class Node:
    def __init__(self, name):
        self.name = name


inner = Node('inner')
middle = Node('middle')
outer = Node('outer')
inner.held, middle.held = middle, outer
del middle, outer
print([n.name for n in gc.get_objects(generation=0) if type(n) is Node])
gc.collect(0)
print([n.name for n in gc.get_objects(generation=1) if type(n) is Node])
middle = inner.held
outer = middle.held
outer.held = inner
del inner, middle
gc.collect(1)
print([n.name for n in gc.get_objects(generation=2) if type(n) is Node])

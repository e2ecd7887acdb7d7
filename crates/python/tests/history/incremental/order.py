# The order of the lists shows in what gc.get_objects() gives, and in the order of finalizers.
import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def names(generation):
    return [o.name for o in gc.get_objects(generation=generation) if type(o) is Node]


gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(2000, 1000000)
nodes = [Node(n) for n in "abcdef"]
nodes[0].link = nodes[4]
nodes[4].link = nodes[1]
print(names(0), names(2))
gc.collect(1)
print(names(0), names(2))
gc.collect(1)
print(names(0), names(2))
more = [Node(n) for n in "ghi"]
more[2].link = nodes
gc.collect(0)
print(names(0), sorted(names(2)), sorted(names(None)))
for x in nodes:
    x.me = x
for x in more:
    x.me = x
del nodes, more, x
print(gc.collect())

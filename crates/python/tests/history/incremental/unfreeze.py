# gc.unfreeze() gives everything back as visited; without permanent objects the two old lists are exchanged.
import gc


class Node:
    pass


def places():
    return [[i for i, n in enumerate(nodes) if any(n is o for o in gc.get_objects(generation=g))] for g in range(3)]


gc.disable()
gc.collect()
nodes = [Node() for _ in range(3)]
print(places(), gc.get_count()[1:])
gc.collect(0)
gc.collect(0)
print(places(), gc.get_count()[1:])
gc.collect()
print(places(), gc.get_count()[1:])
gc.freeze()
print(places(), gc.get_freeze_count() > 0, gc.get_count())
gc.unfreeze()
print(places(), gc.get_freeze_count(), gc.get_count())
gc.collect(0)
print(gc.get_count()[1:])
gc.collect(0)
print(gc.get_count()[1:], gc.collect(), gc.get_count()[1:])

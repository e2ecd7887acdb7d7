# What is frozen is in no generation, is not visited, and keeps what it refers to alive; counts become zero.
import gc


class Node:
    pass


old = Node()
old.me = old
print(gc.get_count()[0] > 0)
gc.freeze()
print(gc.get_count(), gc.get_freeze_count() > 0)
young = Node()
young.me, old.young = young, young
print(any(o is old for o in gc.get_objects()), gc.is_tracked(old))
del old, young
print(gc.collect(), [type(o).__name__ for o in gc.get_objects(2) if type(o) is Node])

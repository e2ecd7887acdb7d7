# Frozen objects count as visited: nobody marks what they lead to.
import gc


class Node:
    pass


gc.disable()
gc.collect()
gc.freeze()
kept = Node()
kept.next = Node()


def inside():
    local = Node()
    local.next = [Node()]
    print(gc.collect(1), [len([o for o in gc.get_objects(generation=g) if type(o) is Node]) for g in (0, 2)])


inside()
inside()
print(gc.collect(1), [len([o for o in gc.get_objects(generation=g) if type(o) is Node]) for g in (0, 2)])

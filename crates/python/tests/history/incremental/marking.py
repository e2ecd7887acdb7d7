# A pass begins by marking: what a global or a frame leads to is old at once, and garbage stays young.
import gc


class Node:
    pass


gc.disable()
gc.collect()
kept = Node()
kept.next = Node()
lost = Node()
lost.me = lost
kinds = lambda g: sorted(o.name for o in gc.get_objects(generation=g) if type(o) is Node)
kept.name, kept.next.name, lost.name = "kept", "next", "lost"
del lost


def inside():
    local = Node()
    local.name = "local"
    gc.collect(1)
    print(kinds(0), kinds(1), kinds(2))


print(kinds(0), kinds(1), kinds(2))
inside()
print(kinds(0), kinds(1), kinds(2))
print(gc.collect(1), kinds(0))
gc.collect()
print(kinds(0), kinds(2))

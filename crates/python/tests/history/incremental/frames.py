# Later increments mark from the newest frame down to the first that was marked before.
import gc


class Node:
    pass


gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(2000, 1000000)


def count():
    return [len([o for o in gc.get_objects(generation=g) if type(o) is Node]) for g in range(3)]


def deep(n):
    mine = Node()
    if n:
        deep(n - 1)
    else:
        print(gc.collect(1), count())
        other = Node()
        print(gc.collect(1), count())
    last = Node()
    print(n, gc.collect(1), count())


def values():
    held = Node()
    while True:
        fresh = Node()
        print(gc.collect(1), count())
        yield fresh


deep(3)
g = values()
next(g)
next(g)
del g
print(gc.collect(), count())

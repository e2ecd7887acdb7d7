# unfreeze puts what was frozen into the oldest generation.
import atexit
import gc


class Node:
    pass


@atexit.register
def at_the_end():
    node = Node()
    node.me = node
    gc.freeze(); frozen = gc.get_freeze_count() > 0; first = gc.collect(); del node
    print(frozen, first, gc.collect(), any(type(o) is Node for o in gc.get_objects(2))); gc.unfreeze()
    print(gc.get_freeze_count(), any(type(o) is Node for o in gc.get_objects(2)), gc.get_count()[1:], gc.collect(1))
    print(gc.collect() > 0, any(type(o) is Node for o in gc.get_objects()))

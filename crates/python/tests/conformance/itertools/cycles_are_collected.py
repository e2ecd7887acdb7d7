from itertools import chain, count, cycle, groupby, tee
import gc
import weakref


class Node:
    pass


def make(build):
    node = Node()
    node.it = build(node)
    return weakref.ref(node)


gc.disable()
for build in (lambda n: chain([n]), lambda n: cycle([n]), lambda n: groupby([n]), lambda n: tee([n])[0],
              lambda n: map(lambda x: n, count())):
    ref = make(build)
    print(ref() is not None, gc.collect() > 0, ref())

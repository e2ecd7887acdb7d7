# What a finalize shows is formatted by a tuple.
import gc
import weakref


class Node:
    pass


node = Node()
final = weakref.finalize(node, print, 'done')
size = 0
gc.collect(); size = len(repr(final)) > 0
gc.collect(); size = len(str((final,))) > 0
del node
gc.collect(); size = len(repr(final)) > 0
gc.collect(); size = len(str((final,))) > 0
size = 1

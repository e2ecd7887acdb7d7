import tracemalloc


class Node:
    pass


before = Node()
tracemalloc.start(3)


def make():
    return Node()


node = make()
tb = tracemalloc.get_object_traceback(node)
print([frame.lineno for frame in tb])
print([line.strip() for line in tb.format() if "File" not in line])
print(tracemalloc.get_object_traceback(before))
tracemalloc.stop()
print(tracemalloc.get_object_traceback(node))

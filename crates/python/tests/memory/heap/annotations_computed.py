import gc


class Node:
    left: list
    right: list = []

    def join(self, other: int) -> "Node":
        return other


def walk(node: Node, *rest: int):
    return node


gc.collect()
print(walk.__annotations__, Node.__annotations__ is Node.__annotations__)
print(Node.join.__annotations__)
del walk

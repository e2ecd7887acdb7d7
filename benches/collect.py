# Full collections, with a large graph of live objects that each of them has to walk.
import gc


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def tree(depth):
    if depth == 0:
        return Node(None, None)
    return Node(tree(depth - 1), tree(depth - 1))


def run(rounds):
    freed = 0
    for _ in range(rounds):
        freed += gc.collect()
    return freed


gc.disable()
root = tree(16)
index = [[root, {"node": root}] for _ in range(50_000)]
print(run(15), len(index))

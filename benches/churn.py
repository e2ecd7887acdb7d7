# Object churn: instances and lists made and dropped, some of them in cycles.


class Node:
    def __init__(self, value):
        self.value = value
        self.children = []


def run(n):
    total = 0
    for i in range(n):
        node = Node(i)
        child = Node(i + 1)
        node.children.append(child)
        if i % 10 == 0:
            child.children.append(node)
        total += len(node.children) + child.value % 7
    return total


print(run(3_000_000))

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def __iter__(self):
        node = self
        while node:
            yield node.value
            node = node.next

    def __repr__(self):
        return " -> ".join(map(str, self))


def reverse(node):
    previous = None
    while node:
        node.next, previous, node = previous, node, node.next
    return previous


head = None
for i in range(5):
    head = Node(i, head)
print(head, len(list(head)), 3 in head, max(head))
head = reverse(head)
print(head)
head.next = head.next.next
print(head, sum(head))

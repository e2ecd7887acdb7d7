from reprlib import recursive_repr


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    @recursive_repr(fillvalue="<...>")
    def __repr__(self):
        return f"Node({self.name}, {self.next!r})"


a, b = Node("a"), Node("b")
a.next, b.next = b, a
print(a, b)
print(Node.__repr__.__name__, Node.__repr__.__wrapped__.__name__)

from collections.abc import MutableSet


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        if x in self.items:
            self.items.remove(x)


a, b = Bag([1, 2, 3]), Bag([3, 4])
print(list(a | b), list(a & b), list(a - b), list(a ^ b), a <= b, a.isdisjoint([9]), Bag([1]) < a, a == {1, 2, 3})
a |= [7]
a.remove(1)
print(list(a), a.pop(), len(a))
try:
    a.remove(99)
except KeyError as error:
    print(error)

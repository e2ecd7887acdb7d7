import copy


class Box:
    def __init__(self, items):
        self.items = items


a = Box([1, 2])
b = copy.copy(a)
print(b is a, b.items is a.items, type(b), vars(b))
for value in ([1, [2]], {"k": [1]}, {1, 2}, bytearray(b"x")):
    other = copy.copy(value)
    print(other, other is value, other == value)
for value in (1, "s", (1, 2), frozenset({1}), None, len, Box, range(3)):
    print(copy.copy(value) is value, end=" ")
print()

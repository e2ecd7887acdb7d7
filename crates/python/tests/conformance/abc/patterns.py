from collections.abc import Mapping, Sequence


class Row(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Box(Mapping):
    def __getitem__(self, key):
        return key * 2

    def __len__(self):
        return 1

    def __iter__(self):
        yield "a"


class Loose:
    __len__ = Row.__len__
    __getitem__ = Row.__getitem__
    items = (1, 2)


def kind(value):
    match value:
        case [first, *rest]:
            return "sequence", first, rest
        case {"a": a}:
            return "mapping", a
        case _:
            return "neither"


print(kind(Row(1, 2)), kind(Box()), kind(Loose()))
Sequence.register(Loose)
print(kind(Loose()), list(reversed(Row(1, 2))), 2 in Row(1, 2), dict(Box()))

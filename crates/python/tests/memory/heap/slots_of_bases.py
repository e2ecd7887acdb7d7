# Slots are visited class by class, the instance's own class first, and other attributes last.
class Base:
    __slots__ = ("b", "a", "__dict__")

    def __init__(self):
        self.a = [1]
        self.b = [2]
        self.c = [3]


class Derived(Base):
    __slots__ = ("d",)

    def __init__(self):
        super().__init__()
        self.d = [4]


class Plain:
    pass


class Mixed(Plain):
    __slots__ = ("value", "items")


base = Base()
derived = Derived()
mixed = Mixed()
mixed.other = [5]
mixed.value = [6]
mixed.items = [7]
print([len(part) for part in (vars(base), vars(derived), vars(mixed))])

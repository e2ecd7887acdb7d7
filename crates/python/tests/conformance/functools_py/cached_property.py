from functools import cached_property


class Data:
    def __init__(self):
        self.count = 0

    @cached_property
    def total(self):
        """Its total."""
        self.count += 1
        return self.count * 100


d = Data()
print(d.total, d.total, d.count, vars(d))
del d.total
print(d.total)
d.total = 5
print(d.total, Data.total.attrname, Data.total.__doc__)


class Slotted:
    __slots__ = ()
    x = cached_property(lambda self: 1)


try:
    Slotted().x
except TypeError as error:
    print(error)
try:
    class Twice:
        a = b = cached_property(lambda self: 1)
except TypeError as error:
    print(error)

from itertools import chain, count
import weakref


class Named(chain):
    def __init__(self, *parts, name="none"):
        self.name = name

    def __next__(self):
        return "<" + super().__next__() + ">"


it = Named.from_iterable(["ab"])
print(type(it).__name__, list(it))


class Counter(count):
    pass


c = Counter(3)
c.note = "kept"
print(c, next(c), c.note, isinstance(c, count))
try:
    weakref.ref(count())
except TypeError as error:
    print(error)
print(weakref.ref(c)() is c)
for wrong in (lambda: setattr(count(), "x", 1), lambda: setattr(count, "x", 1)):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)
print(chain[int])

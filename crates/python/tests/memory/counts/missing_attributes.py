# The error about an attribute that cannot be set or deleted remembers the object, or does not, by release.
import sys


class Plain:
    pass


class Slotted(Plain):
    __slots__ = ("a",)


class Closed:
    __slots__ = ("b",)


for thing in (Plain(), Slotted(), Closed(), [], lambda: 1):
    for change in (lambda: delattr(thing, "x"), lambda: setattr(thing, "append", 1)):
        try:
            change()
        except AttributeError as error:
            print(type(thing).__name__, error.obj is thing, sys.getrefcount(thing))
    try:
        thing.missing
    except AttributeError as error:
        print(type(thing).__name__, error.obj is thing, sys.getrefcount(thing))

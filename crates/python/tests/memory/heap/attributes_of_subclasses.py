# Where an instance of a subclass of a builtin type keeps its attributes: as values, or in a dict made at once.
import collections
import gc
import weakref


class Plain:
    pass


def kinds(thing):
    thing.x = [1]
    return [type(part).__name__ for part in gc.get_referents(thing)]


def subclass(*bases):
    return type("Sub", bases, {})


for base in (Plain, list, dict, set, tuple, int, float, bytes, bytearray, complex, Exception, collections.deque):
    print(base.__name__, kinds(subclass(base)()))
print(kinds(subclass(weakref.ref)(Plain)))
stack = subclass(list)([[1], [2]])
stack.name = ["s"]
error = subclass(Exception)([3])
error.name = ["e"]
print(1)

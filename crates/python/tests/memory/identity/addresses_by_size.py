# The next object of the same size takes the memory of one that died, whatever its type, if no free list does: an int of
# two digits and a complex, a set and a frozenset. What stands before the object in its block moves its address.
class Plain:
    pass


class Slotted:
    __slots__ = ('value',)


class Weakly:
    __slots__ = ('__weakref__',)


class Text(str):
    pass


def same(first, second):
    return [id(first()) == id(second()) for _ in range(3)]


print(same(object, object), same(object, Slotted), same(Slotted, Slotted), same(Slotted, Weakly), same(Weakly, Plain))
print(same(lambda: id(None), lambda: 1j + len('')), same(lambda: 1j + len(''), object))
print(same(lambda: 10 ** 20 + len(''), lambda: 10 ** 21 + len('')), same(lambda: 10 ** 20 + len(''), lambda: 10 ** 90 + len('')))
print(same(set, frozenset), same(lambda: {1}, lambda: frozenset([1])), same(set, dict), same(list, dict))
print(same(lambda: bytes(20), lambda: bytes(30)), same(lambda: bytes(20), lambda: bytes(40)), same(lambda: bytes(600), lambda: bytes(600)))
print(same(lambda: 'é' + str(12), lambda: 'e' + str(12)), same(lambda: Text('a'), lambda: Text('b' * 90)))
print(same(ValueError, TypeError), same(ValueError, OSError), same(lambda: lambda: 1, lambda: lambda: 2))
print(same(lambda: (i for i in ()), lambda: (i for i in ())), same(lambda: iter(''), lambda: iter(b'')))

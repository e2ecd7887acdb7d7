# Memory is taken again last in, first out: in the order in which a tuple lets go of its items, the last one first.
import weakref


class Plain:
    pass


class Slotted:
    __slots__ = ('value', '__weakref__')


class Error(Exception):
    pass


def order(make):
    objects = make(), make(), make(), make()
    addresses = list(map(id, objects))
    del objects
    again = make(), make(), make(), make()
    return [addresses.index(id(one)) if id(one) in addresses else None for one in again]


for _ in range(30):
    Plain()
for make in object, list, dict, set, Plain, Slotted, Error, lambda: 1.5 + len(''), lambda: (1, len('')), lambda: lambda: 1:
    print(order(make))
print(order(lambda: [].append), order(lambda: (i for i in ())), order(lambda: iter([])))
print(order(lambda: weakref.ref(Plain, print)), order(lambda: [[]]), order(lambda: ([], {})))

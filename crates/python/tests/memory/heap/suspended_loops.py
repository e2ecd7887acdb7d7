# What a generator holds while it waits inside a loop: an iterator, or from 3.15 on the list, tuple or text itself.
import gc


def numbers(items):
    for item in items:
        yield item


def delegates(items):
    yield from items


def kinds(generator):
    next(generator)
    found = [type(held).__name__ for held in gc.get_referents(generator)]
    return [name for name in found if name not in ('str', 'int', 'code', 'function')]


for items in [[1, 2]], [(1, 2)], [{1: 2}], [range(3)], [iter([1])]:
    print(kinds(numbers(items[0])), kinds(delegates(items[0])), kinds(item for item in items[0]))
suspended = numbers([5, 6])
next(suspended)
nested = ((left, right) for left in [1, 2] for right in 'ab')
next(nested)
delegated = delegates([7, 8])
next(delegated)
items = []
circle = (item for item in items)
items.append(circle)
del items, circle
print(gc.collect())
try:
    (item for item in 5)
except TypeError as error:
    print(error, error.__traceback__.tb_next)

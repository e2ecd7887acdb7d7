# What is tracked at creation, after a young collection and after a full one.
import gc

x, y = 1, 2
empty, letters, emptied = {}, {'a': 1}, {'a': []}
emptied['a'] = 1
flat, nested, held, frozen = (x, y), ((x, y), x), ([], x), frozenset([x])
print([gc.is_tracked(o) for o in (empty, letters, emptied, flat, nested, held, frozen)])
gc.collect(0)
print([gc.is_tracked(o) for o in (empty, letters, emptied, flat, nested, held, frozen)])
gc.collect()
print([gc.is_tracked(o) for o in (empty, letters, emptied, flat, nested, held, frozen)])
empty['l'] = []
letters['a'] = {}
print(gc.is_tracked(empty), gc.is_tracked(letters))

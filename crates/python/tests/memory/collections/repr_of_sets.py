# The repr of a set goes through a list of its items.
class Item:
    def __repr__(self):
        return 'Item()'


repr({1, 2})
repr({1, 2})
repr(frozenset({1}))
repr(set())
items = {Item()}
print(items)

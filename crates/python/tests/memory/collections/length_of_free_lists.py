# How many freed objects of each kind wait to be used again: as many as are freed without being counted.
import gc


class Thing:
    def method(self):
        pass


gc.disable()
thing, items, pair, numbers = Thing(), [], (1, 2), range(3)


def kept(make):
    gc.collect(); many = [make() for _ in range(2200)]; n = gc.get_count()[0]; many.clear(); print(2200 - n + gc.get_count()[0], end=' ')


for make in (list, dict, lambda: [items], lambda: (items,), lambda: (items,) * 20, lambda: (items,) * 21, Thing, set):
    kept(make)
print()
for make in (lambda: iter(items), lambda: iter(pair), lambda: iter(numbers), lambda: iter('ab'), lambda: thing.method,
             lambda: items.append, lambda: slice(items), lambda: lambda: 1, lambda: enumerate(pair), lambda: zip(pair)):
    kept(make)

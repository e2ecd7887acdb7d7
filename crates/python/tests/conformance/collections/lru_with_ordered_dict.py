from collections import OrderedDict


class Cache:
    def __init__(self, size):
        self.size, self.items = size, OrderedDict()

    def get(self, key, load):
        if key in self.items:
            self.items.move_to_end(key)
        else:
            self.items[key] = load(key)
            if len(self.items) > self.size:
                print("drop", self.items.popitem(last=False))
        return self.items[key]


cache = Cache(3)
for n in (1, 2, 3, 1, 4, 2, 5, 1, 6):
    cache.get(n, lambda k: k * k)
print(cache.items)
big = OrderedDict((i, i) for i in range(100))
for i in range(1000):
    big.move_to_end(i * 7 % 100, last=i % 3 == 0)
print(list(big)[:5], list(big)[-5:], len(big), sum(big.values()))

from functools import lru_cache
import sys


class Big:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("freed", self.name)


@lru_cache(maxsize=2)
def load(big):
    return [big]


a, b, c = Big("a"), Big("b"), Big("c")
print(sys.getrefcount(a))
load(a)
print(sys.getrefcount(a))
load(b)
del a, b
print("both cached")
load(c)
print("a was evicted")
load.cache_clear()
print("b went with the cache")
del c

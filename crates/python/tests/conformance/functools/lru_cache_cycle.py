from functools import lru_cache
import gc
import weakref


class Owner:
    def __init__(self):
        self.compute = lru_cache(maxsize=4)(self.slow)

    def slow(self, n):
        return n, self


owner = Owner()
owner.compute(1)
ref = weakref.ref(owner)
del owner
print(ref() is not None)
gc.collect()
print(ref())

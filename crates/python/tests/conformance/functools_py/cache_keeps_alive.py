import weakref
from functools import cache


class Big:
    pass


@cache
def keep(x):
    return 1


b = Big()
r = weakref.ref(b)
keep(b)
del b
print(r() is not None)
keep.cache_clear()
print(r())

from operator import attrgetter, itemgetter, methodcaller
import gc
import sys
import weakref


class Key:
    pass


key = Key()
base = sys.getrefcount(key)
get = itemgetter(key)
print(sys.getrefcount(key) - base)
call = methodcaller("get", key, default=key)
print(sys.getrefcount(key) - base)
del get, call
print(sys.getrefcount(key) - base)
key.getter = itemgetter(key, key)
ref = weakref.ref(key)
del key
print(gc.collect() > 0, ref())
print(sys.getsizeof(attrgetter("a")), sys.getsizeof(itemgetter(1)), gc.is_tracked(itemgetter(1)))
# conformance: not yet as 3.14, 3.15

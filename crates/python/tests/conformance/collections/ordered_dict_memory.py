from collections import OrderedDict
import gc
import sys
import weakref

print([sys.getsizeof(OrderedDict((str(i), i) for i in range(n))) for n in (0, 1, 5, 6, 11, 30)])


class Key:
    pass


key = Key()
base = sys.getrefcount(key)
o = OrderedDict()
o[key] = "value"
print(sys.getrefcount(key) - base)
o.move_to_end(key)
print(sys.getrefcount(key) - base, o.pop(key), sys.getrefcount(key) - base)
for change in (lambda: o.popitem(), lambda: o.clear(), lambda: o.__delitem__(key)):
    o[key] = 1
    if change is not None:
        change()
    print(len(o), end=" ")
print()
o = OrderedDict()
o[key] = o
key.o = o
ref = weakref.ref(key)
del key, o
print(gc.collect() > 0, ref())

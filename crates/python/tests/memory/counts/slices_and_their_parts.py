import gc
from sys import getrefcount as R

a, b = object(), object()
items = [a, b]
start, stop = 0, 1
gc.collect()
part = items[0:1]
part = items[start:stop]
print(R(a), R(b))
part = items[::2]
items[0:1] = [b]
items[start:stop] = [a]
del items[0:0]
print(R(a), R(b), len(part))
part = slice(start, stop)
part = "ab"[start:stop], (a, b)[start:stop]

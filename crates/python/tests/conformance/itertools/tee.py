from itertools import tee
import gc
import weakref

a, b = tee("abc")
print(next(a), next(a), list(b), list(a))
print(len(tee([], 0)), len(tee([1], 3)))
a, b, c = tee(range(200), 3)
print(sum(a), sum(b), len(list(c)))
t, u = tee([1, 2])
print(tee(t)[0] is t, type(t).__name__)


class Item:
    pass


a, b = tee(Item() for _ in range(3))
ref = weakref.ref(next(a))
print(ref() is not None)
next(b)
print(ref() is not None)
del a, b
print(ref())


def again():
    yield next(first)


first, second = tee(again())
try:
    next(first)
except (RuntimeError, ValueError) as error:
    print(type(error).__name__)
try:
    tee("a", -1)
except ValueError as error:
    print(error)
# conformance: not yet as 3.14, 3.15

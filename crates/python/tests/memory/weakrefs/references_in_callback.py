import sys
import weakref


class A:
    pass


a = A()
seen = []
r = weakref.ref(a, lambda ref: seen.append(sys.getrefcount(ref)))
print(sys.getrefcount(r))
del a
print(seen)

import sys
import weakref


class A:
    pass


def callback(ref):
    print(ref is r, ref(), ref.__callback__)


a = A()
r = weakref.ref(a, callback)
print(r.__callback__ is callback, sys.getrefcount(callback))
del a
print(r.__callback__, sys.getrefcount(callback))

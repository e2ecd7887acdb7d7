import sys
import weakref


class A:
    def m(self):
        pass


a = A()
print(sys.getsizeof(weakref.ref(a)), sys.getsizeof(weakref.ref(a, print)), sys.getsizeof(weakref.proxy(a)))
print(sys.getsizeof(weakref.WeakMethod(a.m)), sys.getsizeof(a))
del a

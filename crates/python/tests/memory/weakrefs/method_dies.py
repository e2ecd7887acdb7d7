import weakref


class A:
    def m(self):
        return 'm'

    def __hash__(self):
        return 5


a = A()
print(weakref.ref(a.m)(), weakref.WeakMethod(a.m)()())
w = weakref.WeakMethod(a.m, lambda r: print('gone', r is w))
v = weakref.WeakMethod(a.m)
print(w == v, w is v, hash(w) == hash(a), w().__self__ is a)
del A.m
print(w(), v())
b = A()
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print(e)
del a
print(w == v, w == w)

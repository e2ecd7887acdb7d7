import weakref


class A:
    def m(self):
        return 'm'


a = A()
dead = weakref.ref(a.m)
w = weakref.WeakMethod(a.m, lambda r: print('callback', r()))
same = weakref.WeakMethod(a.m)
print(dead(), w()(), w == same, w == w, hash(same) == hash(a.m.__func__) or True)
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print(e)
del a
print(w(), w == same, same())

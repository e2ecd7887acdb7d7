import weakref


class A:
    def __del__(self):
        print('del', weakref.getweakrefcount(self))


a = A()
r1 = weakref.ref(a, lambda r: print(1, r()))
r2 = weakref.ref(a, lambda r: print(2, r()))
p3 = weakref.proxy(a, lambda r: print(3))
del r2
r4 = weakref.ref(a, lambda r: print(4, r()))
del a
print('end')

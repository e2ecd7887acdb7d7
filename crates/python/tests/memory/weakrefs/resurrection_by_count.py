import weakref

kept = []


class A:
    def __del__(self):
        kept.append(self)


a = A()
r = weakref.ref(a, lambda ref: print('callback'))
del a
print(r() is kept[0], weakref.getweakrefcount(kept[0]))
kept.clear()
print(r())

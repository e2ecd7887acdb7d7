import gc
import weakref


class N:
    def __del__(self):
        print("del", self.name, [r() is not None for r in refs])


refs = []
a, b = N(), N()
a.name, b.name = "a", "b"
a.other, b.other = b, a
refs.append(weakref.ref(a))
refs.append(weakref.ref(b, lambda r: print("callback", r())))
del a, b
print(gc.collect())
print([r() for r in refs])

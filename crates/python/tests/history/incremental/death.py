# Weak references are cleared, callbacks run and finalizers run as in other releases; survivors are old.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name, ref())
        if self.name == "phoenix":
            back.append(self)


gc.disable()
gc.collect()
gc.freeze()
back = []
for kind in range(3):
    a = Node("plain")
    b = Node("phoenix")
    a.other, b.other = b, a
    ref = weakref.ref(a, lambda r: print("callback", r()))
    del a, b
    print(gc.collect(kind), gc.collect(kind), len(back), [len(gc.get_objects(generation=g)) for g in range(3)])
    back.clear()
    print(gc.collect(), ref())

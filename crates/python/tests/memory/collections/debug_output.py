# conformance: whole stderr
import gc


class A:
    pass


gc.disable()
gc.set_debug(gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
a = A()
a.me = a
l = []
l.append(l)
del a, l
print(gc.collect(), [type(x).__name__ for x in gc.garbage])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())

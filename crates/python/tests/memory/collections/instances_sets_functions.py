# Instances, sets and functions have no free list: each is counted, and counted back when it goes.
import gc


class A:
    pass


gc.disable()
gc.collect()
a = A()
a = None
s = set()
s = None
f = lambda: a
f = None
i = iter({})
i = None
g = (x for x in 'ab')
g = None

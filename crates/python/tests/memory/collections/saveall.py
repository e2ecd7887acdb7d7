import gc
class N: pass
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
n = N(); n.me = n; del n
print(gc.collect(), [type(x).__name__ for x in gc.garbage])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())

import gc

gc.set_debug(gc.DEBUG_SAVEALL)
a = []
a.append(a)
b = {'me': None}
b['me'] = b
del a, b
print(gc.collect())
print([type(o).__name__ for o in gc.garbage])
print(gc.garbage[0][0] is gc.garbage[0], gc.garbage[1]['me'] is gc.garbage[1])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.garbage)

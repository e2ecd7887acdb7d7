import gc
import weakref


class A:
    def __del__(self): print('del')


a, l, f = A(), [1], (lambda: 0)
r = weakref.ref(a, lambda r: print('callback'))
base = [gc.get_freeze_count()]
gc.freeze(); full = [gc.get_freeze_count()]
del a; print(gc.get_freeze_count() - full[0])
l.append(l); del l; print(gc.get_freeze_count() - full[0])
f.me = f; del f; print(gc.get_freeze_count() - full[0], gc.collect())
t = (1, [2]); d = {}
gc.freeze(); print(gc.get_freeze_count() - full[0], gc.is_tracked(t), gc.is_tracked(d))
d['k'] = t; print(gc.get_freeze_count() - full[0], len(gc.get_objects(0)))
gc.collect(); print(len(gc.get_objects(2)))

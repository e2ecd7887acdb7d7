import gc


class A:
    def __del__(self): self.x.append('del')


log = []
a = A(); a.me = a; a.x = log
gc.set_debug(gc.DEBUG_UNCOLLECTABLE)
del a
print(gc.collect(), gc.garbage, log, gc.get_stats()[2]['uncollectable'])
print(hasattr(A, '__del__'), hasattr(object, '__del__'), hasattr(A, 'tp_del'))
gc.callbacks.append(lambda phase, info: print(phase, info['uncollectable']))
def g():
    try: yield x
    finally: log.append('closed')
x = g(); next(x); x = [x]; x.append(x); del x
print(gc.collect(), log)

import gc
log = []
def one(phase, info):
    log.append(('one', phase, info['generation']))
    if phase == 'start': gc.callbacks.append(two)
    else: gc.callbacks.remove(two)
def two(phase, info):
    log.append(('two', phase, info['collected']))
def three(phase, info):
    log.append(('three', phase)); gc.callbacks.remove(three)
gc.callbacks.append(one); gc.callbacks.append(three)
l = []; l.append(l); del l
gc.collect(1)
print(log, len(gc.callbacks)); log.clear()
gc.collect(0)
print(log, len(gc.callbacks))

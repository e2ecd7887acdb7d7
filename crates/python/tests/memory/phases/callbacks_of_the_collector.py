import gc


def report(phase, info):
    print(phase, info['generation'], info['collected'], info['uncollectable'])


gc.callbacks.append(report)
a = []
a.append(a)
del a
gc.collect(0)
gc.collect(1)
gc.collect()
gc.callbacks.remove(report)

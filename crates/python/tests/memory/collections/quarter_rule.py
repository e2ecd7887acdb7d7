import gc

runs = []
gc.set_threshold(10, 2, 2)
gc.callbacks.append(lambda phase, info: phase == 'start' and runs.append(info['generation']))
keep = [[] for _ in range(600)]
gc.callbacks.clear()
gc.set_threshold(0)
print(len(runs), runs.index(2), runs.count(2), [i for i, g in enumerate(runs) if g == 2])

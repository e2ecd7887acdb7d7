import gc

stats = gc.get_stats()
print(len(stats), [sorted(generation) for generation in stats])
gc.collect()
a = []
a.append(a)
del a
gc.collect()
now = gc.get_stats()
print([[now[g][k] - stats[g][k] for k in ('collections', 'collected', 'uncollectable')] for g in range(3)])

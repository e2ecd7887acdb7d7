import gc

before = gc.get_stats()
a = []
a.append(a)
del a
gc.collect()
b = []
b.append(b)
gc.collect(0)
del b
gc.collect(1)
after = gc.get_stats()
for x, y in zip(before, after):
    print({k: y[k] - x[k] for k in ('collections', 'collected', 'uncollectable')})
print(sorted(after[0]))

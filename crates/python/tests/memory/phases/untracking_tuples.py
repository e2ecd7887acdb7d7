import gc

x, y = 1, 2
flat = (x, y)
nested = ((x, y), x)
holder = ([], x)
print(gc.is_tracked(holder))
gc.collect(0)
print(gc.is_tracked(holder))
gc.collect()
print(gc.is_tracked(holder), len(flat), len(nested))

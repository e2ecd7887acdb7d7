import gc

x = 1
deep = ((((x, x), x), x), x)
gc.collect(0)
gc.collect(0)
gc.collect(1)
gc.collect(1)
gc.collect()
gc.collect()
print(deep)

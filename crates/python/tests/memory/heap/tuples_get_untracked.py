import gc
a = (1, str(2))
b = (a, [])
n = gc.collect(0)
n = gc.collect()
c = b

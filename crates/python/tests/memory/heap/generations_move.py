import gc
a = [[]]
n = gc.collect(0)
b = [a]
n = gc.collect(1)
c = [b]
n = gc.collect()
d = [c]

import gc
gc.disable()
gc.collect()
a = []
del a
b = []
c = []
del b, c
d = [[], []]
print(gc.get_count()[0])

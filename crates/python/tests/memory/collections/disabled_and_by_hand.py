import gc

gc.disable()
keep = [[] for _ in range(3000)]
print(gc.isenabled(), gc.get_count()[0] > 3000, gc.get_count()[1:])
print(gc.collect(0), gc.get_count()[1:])
gc.enable()
keep = [[] for _ in range(3000)]
print(gc.isenabled(), gc.get_count()[1:])

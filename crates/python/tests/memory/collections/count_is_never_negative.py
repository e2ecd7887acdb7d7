import gc

keep = [set() for _ in range(30)]
gc.collect()
print(gc.get_count())
keep.clear()
print(gc.get_count())
keep.append(set())

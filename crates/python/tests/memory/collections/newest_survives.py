# The list whose allocation made a collection due is among its survivors.
import gc

gc.collect()
gc.set_threshold(50)
keep = []
while gc.get_count()[1] == 0: keep.append([])
gc.set_threshold(0)
old = gc.get_objects(generation=1)
print(keep[-1] in gc.get_objects(0), any(item is keep[-1] for item in old), any(item is keep for item in old), len(keep))

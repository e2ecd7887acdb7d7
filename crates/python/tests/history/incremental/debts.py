# What was marked or examined is taken off the work that new objects ask for: while it is below zero, nothing happens.
import gc

gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(2000, 1000000)


def work(n):
    held = [[] for _ in range(n)]
    for item in held:
        item.append(item)
    return gc.collect(1), gc.collect(1), [len(gc.get_objects(generation=g)) for g in range(3)]


for n in (40, 1, 2, 30, 5, 90, 10, 300, 3):
    print(n, work(n), gc.get_count())

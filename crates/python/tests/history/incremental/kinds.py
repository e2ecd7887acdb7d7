# gc.collect(0) collects young objects, gc.collect(1) runs an increment, gc.collect(2) collects all.
import gc

gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(2000, 1000000)


def sizes():
    return [len(gc.get_objects(generation=g)) for g in range(3)], gc.get_count()


def cycles(n):
    for _ in range(n):
        loop = []
        loop.append(loop)


before = gc.get_stats()
cycles(5)
print(gc.collect(0), sizes())
cycles(5)
print(gc.collect(1), sizes())
print(gc.collect(1), sizes())
cycles(5)
print(gc.collect(1), sizes())
keep = [[], {}]
print(gc.collect(0), sizes())
cycles(5)
print(gc.collect(), sizes())
cycles(2)
print(gc.collect(1), sizes(), gc.collect(1), sizes())
for g in range(3):
    print(g, gc.get_stats()[g]["collections"] - before[g]["collections"], gc.get_stats()[g]["collected"] - before[g]["collected"])

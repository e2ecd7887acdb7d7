# What marking at the start of a pass finds is taken off twice: a while of increments with nothing to do follows.
import gc

gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(2000, 1000000)


def inside(n):
    held = [[] for _ in range(n)]
    print(n, gc.collect(1), [len(gc.get_objects(generation=g)) for g in range(3)])
    idle = freed = 0
    while not freed:
        loops = [[] for _ in range(10)]
        for loop in loops:
            loop.append(loop)
        idle += 1
        del loops, loop
        freed = gc.collect(1)
    print(idle, freed, [len(gc.get_objects(generation=g)) for g in range(3)], gc.get_count())


inside(100)
gc.collect()
inside(7)
gc.collect()
inside(33)

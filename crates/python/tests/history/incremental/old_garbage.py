# Old garbage goes when increments have come round to it: with all it leads to, a region after the other.
import gc


class Node:
    pass


gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(2000, 1000000)
rings = []
for size in (3, 4, 5, 6):
    ring = [Node() for _ in range(size)]
    for i in range(size):
        ring[i].next = ring[i - 1]
    rings.append(ring[0])
ring = None
print(gc.collect(), [len(gc.get_objects(generation=g)) for g in range(3)])
rings.clear()
filler = []
for turn in range(12):
    filler.append([[] for _ in range(3)])
    print(turn, gc.get_count(), gc.collect(1), [len(gc.get_objects(generation=g)) for g in range(3)])

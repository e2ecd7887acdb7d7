# Every automatic run is an increment. The first of a pass marks; later ones examine the young objects and some old ones.
import gc

gc.collect()
gc.freeze()


class Node:
    pass


seen = []


def on_gc(phase, info):
    sizes = [len(gc.get_objects(generation=g)) for g in range(3)]
    seen.append((phase, info["generation"], info["collected"], info["uncollectable"], gc.get_count(), sizes))


gc.callbacks.append(on_gc)
gc.set_threshold(20, 10)
keep = []
for i in range(200):
    node = Node()
    node.me = node
    keep.append([i])
for entry in seen:
    print(*entry)
stats = gc.get_stats()
print(gc.get_count(), gc.get_threshold(), stats[0]["collections"], stats[2]["collections"])

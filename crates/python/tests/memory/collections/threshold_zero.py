# A first threshold of zero turns automatic collections off without disabling the collector.
import gc

gc.set_threshold(0)
keep = [[] for _ in range(3000)]
print(gc.isenabled(), gc.get_count()[0] > 2999, gc.get_count()[1:])
gc.set_threshold(700, 0, 0)
keep.append([])
print(gc.get_threshold(), gc.get_count()[1:])

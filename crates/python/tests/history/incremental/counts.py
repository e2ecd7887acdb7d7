# The count is that of tracked objects, whatever memory they come from.
import gc

gc.disable()
gc.collect()
gc.freeze()
print(gc.get_count(), gc.get_threshold())
a = [[] for _ in range(10)]
print(gc.get_count())
del a
print(gc.get_count())
b = (1, 2), object(), "text", 12345, {}, {1}
print(gc.get_count())
b = None
print(gc.get_count())
c = [[] for _ in range(5)]
print(gc.get_count(), gc.collect(0), gc.get_count())
c = None
print(gc.get_count())
d = {"k": []}, lambda: d, iter([1]), (x for x in c or ())
print(gc.get_count(), gc.collect(1), gc.get_count(), gc.collect(2), gc.get_count())

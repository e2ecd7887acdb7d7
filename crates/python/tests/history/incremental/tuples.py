# Young tuples are untracked before an increment, and then count no more.
import gc

gc.disable()
gc.collect()
gc.freeze()
a, b = 1, 2.5
t = tuple([[], 1])
plain = gc.get_count()
print(gc.is_tracked(plain), gc.is_tracked(t), gc.get_count())
gc.collect(1)
print(gc.is_tracked(plain), gc.is_tracked(t), gc.get_count())
t[0].append(t)
other = gc.get_threshold()
print(gc.is_tracked(other), gc.collect(0), gc.is_tracked(other))
del t
print(gc.collect())

import gc

d = {'a': []}
e = {'a': [], 'b': 1}
print(gc.is_tracked(d), gc.is_tracked(e))
gc.collect()
print(gc.is_tracked(d), gc.is_tracked(e))

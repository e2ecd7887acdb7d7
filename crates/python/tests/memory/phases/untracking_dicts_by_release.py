import gc

d = {}
e = {'a': 1}
f = {'a': []}
f['a'] = 1
gc.collect(0)
gc.collect()
f['b'] = []

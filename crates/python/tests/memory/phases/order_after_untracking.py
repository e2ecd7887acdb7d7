import gc
gc.collect(); gc.freeze()
a = [1]; t = (1, 2, a[0]); d = {'k': 1}; e = {'k': a}; s = {3}; f = frozenset([4])
names = {id(x): n for n, x in globals().copy().items() if n in ('a', 't', 'd', 'e', 's', 'f')}
def show(g): print(g, [names.get(id(x)) for x in gc.get_objects(generation=g) if id(x) in names])
show(0)
gc.collect(0)
show(0); show(1)
e['k'] = 0
gc.collect(1); show(1); show(2)
gc.collect(2); show(2)
e['k'] = a; show(0); show(2)
d['x'] = s; show(0)
del d['x']
gc.collect(0); show(1)

import gc

x = 1
pair = (x, x + 1)
nested = ((x, x), x)
mixed = ([], x)
d = {}
e = {"a": []}
f = frozenset([x])
e["a"] = 1
print([gc.is_tracked(o) for o in (pair, nested, mixed, d, e, f)])
gc.collect(0)
print([gc.is_tracked(o) for o in (pair, nested, mixed, d, e, f)])
gc.collect()
print([gc.is_tracked(o) for o in (pair, nested, mixed, d, e, f)])

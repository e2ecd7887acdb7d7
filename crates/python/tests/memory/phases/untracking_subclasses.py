import gc


class Dict(dict):
    pass


class Tuple(tuple):
    pass


d, t = Dict(a=1), Tuple((1, 2))
gc.collect()
print(gc.is_tracked(d), gc.is_tracked(t))

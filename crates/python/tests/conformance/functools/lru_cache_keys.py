from functools import lru_cache


@lru_cache(typed=True)
def typed(*args, **kwargs):
    return len(args), sorted(kwargs)


@lru_cache
def plain(*args, **kwargs):
    return len(args), sorted(kwargs)


for f in (plain, typed):
    for args, kwargs in (((1,), {}), ((1.0,), {}), ((True,), {}), (("a",), {}), ((1, 2), {}), ((), {"a": 1}),
                         ((), {"a": 1.0}), ((1,), {"b": 2}), ((1, "b", 2), {}), (((1,),), {}), ((), {})):
        f(*args, **kwargs)
    print(f.cache_info())

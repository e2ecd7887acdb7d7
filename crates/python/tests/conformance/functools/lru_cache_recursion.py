from functools import lru_cache


@lru_cache(maxsize=2)
def nested(n):
    if n == 0:
        return "done"
    nested(n - 1)
    return n


print(nested(4), nested.cache_info())


@lru_cache
def failing(n):
    if n:
        raise ValueError(n)
    return "ok"


for n in (1, 0, 1):
    try:
        print(failing(n))
    except ValueError as error:
        print("error", error)
print(failing.cache_info())


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.n == other.n


@lru_cache(maxsize=2)
def by_key(key):
    return key.n


print([by_key(Key(n)) for n in (1, 2, 1, 3, 2)], by_key.cache_info())

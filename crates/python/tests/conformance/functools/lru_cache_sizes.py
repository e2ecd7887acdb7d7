from functools import cache, lru_cache


@cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(90), fibonacci.cache_info())


@lru_cache(0)
def never(n):
    return n


never(1), never(1)
print(never.cache_info())


@lru_cache(-5)
def negative(n):
    return n


print(negative.cache_parameters(), negative.cache_info())
for size in ("x", 1.5):
    try:
        lru_cache(size)(print)
    except TypeError as error:
        print(error)

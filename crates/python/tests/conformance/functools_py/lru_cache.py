from functools import cache, lru_cache


@lru_cache(maxsize=2)
def square(n):
    """Its square."""
    print("work", n)
    return n * n


print(square(1), square(2), square(1), square(3), square(2))
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__)
square.cache_clear()
print(square.cache_info())
try:
    square([])
except TypeError as error:
    print(error)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache
def kw(*args, **kwargs):
    return args, kwargs


print(kw(1, a=2), kw.cache_parameters(), kw.__wrapped__(3))

from functools import lru_cache


@lru_cache(maxsize=3)
def square(n):
    print("compute", n)
    return n * n


for n in (1, 2, 3, 1, 4, 2, 1):
    print(n, square(n))
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info())
print(square.__name__, square.__wrapped__(5))
try:
    square([])
except TypeError as error:
    print(error)

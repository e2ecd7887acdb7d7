# A list holds every number now; a generator knows how to make the next.
import sys

squares = [n * n for n in range(500)]
lazy = (n * n for n in range(500))
print("the list is larger:", sys.getsizeof(squares) > 10 * sys.getsizeof(lazy))
print(next(lazy), next(lazy), next(lazy))
print(squares[:3])
del squares
print("next from the generator:", next(lazy))

from itertools import combinations, permutations, product, zip_longest
import sys

# A tuple that nobody kept is used again; one that somebody kept stays as it is.
for it in (combinations("abc", 2), permutations("abc", 2), product("ab", "cd"), zip_longest("abcd", "x")):
    kept = next(it)
    other = next(it)
    print(kept, other, kept is other)
    del kept, other
    print([item for item in it])
marker = object()
it = product([marker], [1, 2])
print(sys.getrefcount(marker))
pair = next(it)
print(sys.getrefcount(marker))
del pair
next(it)
print(sys.getrefcount(marker))
del it
print(sys.getrefcount(marker))

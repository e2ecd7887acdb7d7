from itertools import *
import gc
import sys

for it in (accumulate([1]), chain(), combinations("abc", 2), combinations_with_replacement("abc", 2),
           compress("a", [1]), count(), cycle("a"), dropwhile(bool, "a"), filterfalse(bool, "a"), groupby("a"),
           islice("a", 1), permutations("abc", 2), product("ab"), repeat(1), starmap(pow, []), takewhile(bool, "a"),
           tee("a")[0], zip_longest("a"), pairwise("a"), batched("a", 1)):
    print(type(it).__name__, sys.getsizeof(it), gc.is_tracked(it), iter(it) is it)

from itertools import pairwise

print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise("")))
it = pairwise([1, 2, 3])
kept = next(it)
print(kept, next(it), kept, next(it, "end"))


class Counter:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise RuntimeError("three")
        return self.n


it = pairwise(Counter())
print(next(it))
try:
    next(it)
except RuntimeError as error:
    print(error)
print(next(it, "over"))

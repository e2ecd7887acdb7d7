from itertools import batched

print(list(batched("abcdefg", 3)), list(batched([], 2)))
it = batched(iter(range(5)), 2)
print(next(it), next(it), next(it), next(it, "end"), next(it, "still"))
for wrong in (0, -1, "x"):
    try:
        batched("ab", wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

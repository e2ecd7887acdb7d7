from itertools import batched

try:
    it = batched("abcde", 2, strict=True)
    print(next(it), next(it))
    print(next(it))
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)

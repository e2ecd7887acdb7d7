import sys


def g(n, seen):
    own = [n]
    if n == 0:
        return sys.getrefcount(own), sys.getrefcount(seen)
    return sys.getrefcount(own), sys.getrefcount(seen), g(n - 1, own), g(n - 1, seen)


print(g(2, []))

import sys


def size(count, removed=0):
    d = {str(i): i for i in range(count)}
    for i in range(removed):
        del d[str(i)]
    before = sys.getsizeof(d)
    d[1.5] = None
    return before, sys.getsizeof(d)


print([size(n) for n in range(12)])
print([size(n, n - 1) for n in range(1, 12)])
print([sys.getsizeof(dict.fromkeys(set(range(n)))) for n in (5, 10, 11, 20, 21, 22)])

import gc


def outer():
    def recurse(n):
        return n and recurse(n - 1)
    return recurse


outer()
print(gc.collect())

from sys import getrefcount as R
def outer():
    cell = []
    def inner():
        return R(cell)
    return inner
f = outer()
n = f()
g = f
del f
n = g()

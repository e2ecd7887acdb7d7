from sys import getrefcount as R
def outer():
    x = []
    def inner():
        return R(x)
    print(R(x), inner(), R(inner))
    return inner
f = outer()
print(f(), R(f), R(f.__closure__), R(f.__closure__[0]), R(f.__closure__[0].cell_contents))
g = outer()
print(R(f.__code__), R(g.__code__), f.__code__ is g.__code__)
del g
print(R(f.__code__))

from sys import getrefcount as R
def f():
    return R(f)
print(R(f), f(), f())
g = f
print(R(f), f())
print(R(lambda: 0), R(f.__code__), R(f.__globals__) == R(globals()))
def dec(x):
    print(R(x))
    return x
@dec
def h(): pass
print(R(h), R(h.__dict__), R(h.__code__))
def recursive(n):
    return R(f) if n == 0 else recursive(n - 1)
print(recursive(3))

from sys import getrefcount as R
def f(x):
    return R(x)
a = []
def caller():
    z = []
    print(f(z), R(z))
print(f([]), f(a))
caller()
def g(x, y=a):
    return f(x), f(y), R(y)
print(g(a), R(a))

from sys import getrefcount as R
def f(x):
    return R(x)
def star(*args, **kw):
    return R(args[0]) if args else R(kw['k'])
def caller():
    z = []
    return f(z)
a = []
print(f([]), f(a), caller(), star(a), star(k=a), f(*[a]))

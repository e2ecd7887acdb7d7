from sys import getrefcount as R
a = []
def f(x, *, y, z=None):
    return R(x), R(y), R(z) if z is not None else 0
print(f(a, y=a), f(x=a, y=[]), f([], y=[], z=a))
def default(x=[]):
    return R(x)
print(default(), default())
print(R(default.__defaults__), R(default.__defaults__[0]))

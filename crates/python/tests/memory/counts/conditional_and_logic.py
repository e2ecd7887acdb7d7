from sys import getrefcount as R
a = []
b = {}
print(R(a or b), R(a and b), R(b if a else a))
c = a or b
print(R(b), c is b)
print(R(not a) == R(False))
d = (a, b)[0] if True else None
print(R(a))
print(R((e := a)), R(a), R(e))
def f(x):
    return R(x or 1), R(x is x)  == R(True)
print(f([1]))

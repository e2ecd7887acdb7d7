from sys import getrefcount as R
def local():
    x = []
    print(R(x))
    y = x
    print(R(x), R(y))
    del y
    print(R(x))
    x = [x]
    print(R(x), R(x[0]))
local()

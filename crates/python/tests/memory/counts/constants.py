import sys


def f():
    y = 2.5
    s = "not an identifier!"
    return sys.getrefcount(y), sys.getrefcount(s)


def shown(p):
    return sys.getrefcount(p)


print(sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount("name"), sys.getrefcount(()), sys.getrefcount(256))
print([sys.getrefcount(n) > 1000000 for n in (257, 1024, 1025)])
print(sys.getrefcount(len) > 2, sys.getrefcount(int))

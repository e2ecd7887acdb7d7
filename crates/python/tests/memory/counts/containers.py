import sys


def f():
    b = []
    t = (b, b)
    d = {1: b}
    x = y = b
    print(sys.getrefcount(b), sys.getrefcount(t), sys.getrefcount(d[1]))
    u, w = t
    print(sys.getrefcount(u), sys.getrefcount(t[0]))
    del t, d
    print(sys.getrefcount(b), b and sys.getrefcount(b), sys.getrefcount(b if b is not None else 1))


f()

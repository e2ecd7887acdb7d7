import sys


def f():
    b = []
    print(list(map(lambda t: sys.getrefcount(t), [b])))
    print(sorted([b], key=lambda t: sys.getrefcount(t) and 0), (lambda t: sys.getrefcount(t))(b))
    print((lambda t=b: sys.getrefcount(t))())


f()

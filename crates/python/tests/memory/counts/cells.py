import sys


def outer():
    c = []

    def inner():
        return sys.getrefcount(c)

    d = inner
    return sys.getrefcount(c), inner(), sys.getrefcount(inner), sys.getrefcount(d)


def argument(c):
    def inner():
        return sys.getrefcount(c)

    return inner(), sys.getrefcount(c)


print(outer(), argument([]))

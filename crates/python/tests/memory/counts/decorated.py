import sys


def decorate(f):
    def wrapper(*args, **kw):
        return f(*args, **kw)

    return wrapper


@decorate
def f(o):
    return sys.getrefcount(o)


def inside():
    z = []
    return f(z), f(o=z), f([])


print(inside())

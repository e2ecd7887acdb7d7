import sys


def star(*args):
    return sys.getrefcount(args[0]), sys.getrefcount(args)


def named(**kw):
    return sys.getrefcount(kw["k"]), sys.getrefcount(kw)


def only(*, k):
    return sys.getrefcount(k)


a = []
print(star(a), named(k=a), only(k=a))


def inside():
    z = []
    print(star(z), named(k=z), only(k=z), only(**{"k": z}))


inside()

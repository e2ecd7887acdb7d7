class Broken(Exception):
    pass


def f():
    raise Broken("nobody catches this")


print("before")
f()
print("never")

# Bounds and constraints are evaluated when asked for, once.
log = []


def note(value):
    log.append(value)
    return int


def f[T: note("bound"), U: (note("a"), note("b"))]():
    return T, U


print(log)
t, u = f()
print(t.__bound__, t.__bound__, log)
print(u.__constraints__, u.__constraints__, log)
print(u.__bound__, t.__constraints__)


def g[T: missing]():
    return T


try:
    g().__bound__
except NameError as error:
    print(error)
missing = str
print(g().__bound__)

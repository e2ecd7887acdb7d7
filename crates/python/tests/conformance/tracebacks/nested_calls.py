# conformance: whole stderr
def a(n):
    return b(n + 1)


def b(n):
    value = {"key": n}
    return c(value["key"], *[n])


def c(x, y):
    return x / (y - y)


a(1)

# locals() of a function: a fresh dict each time since 3.13, always the same one before.
def f(a):
    b = 2
    first = locals()
    first["extra"] = 1
    second = locals()
    print(first is second, sorted(second), a, b)
    del b
    print(sorted(locals()))


def closure():
    x = 1

    def inner():
        return x, sorted(locals())

    print(inner(), sorted(locals()))


def generator():
    value = 1
    names = locals()
    yield names
    value = 2
    yield locals() is names, value


f(1)
closure()
it = generator()
next(it)
print(next(it))
print(locals() is globals(), vars() is globals())

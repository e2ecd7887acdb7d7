class A:
    def __init__(self):
        pass

    def __add__(self, other):
        return other

    def __repr__(self):
        return 'A'

    def __enter__(self):
        return self

    def __exit__(self, *info):
        return None


def values(x):
    yield x


def plain(x):
    return x


def generator(x, a):
    plain(x)
    a + x
    repr(a)
    for y in values(x):
        plain(y)
    del y
    yield from values(x)
    list(map(plain, [x]))
    with a:
        plain(x)

    class B:
        z = plain(1)
    yield


g = generator([1], A())
for _ in g: pass


def makes():
    for i in range(2):
        A()
        yield


g = makes()
for _ in g: pass

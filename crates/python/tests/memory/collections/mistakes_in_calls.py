# What a mistake in a call's arguments makes.
def mixed(a, b, c, *, d=1, e):
    pass


def only(*, a):
    pass


def nothing():
    pass


def first(a, /, b):
    pass


one = (1, only)
for call in (
    lambda: mixed(),
    lambda: mixed(1, 2),
    lambda: mixed(1, 2, 3),
    lambda: mixed(1, 2, 3, e=6, g=4),
    lambda: mixed(1, 2, 3, a=6, e=4),
    lambda: only(b=3),
    lambda: nothing(b=3),
    lambda: nothing(1),
    lambda: first(a=1, b=2),
    lambda: first(1, 2, c=3),
    lambda: print(1, sepp=2),
    lambda: sorted([1], keyy=2),
    lambda: "a".split(x=1),
    lambda: zip(1, 2, foo=1),
    lambda: type(1, 2),
    lambda: list(range(2 ** 70, 10)),
):
    try:
        call()
    except TypeError as error:
        print(error)
    fresh = [[], [], [], (one,), (one,), (one, one)]
    fresh = None
    import gc
    gc.collect()

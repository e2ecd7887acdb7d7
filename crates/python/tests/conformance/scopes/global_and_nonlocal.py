x = 0


def f():
    global x, fresh
    x += 1
    fresh = "made"


f()
print(x, fresh)


def g():
    x = 10

    def h():
        global x
        x += 1
        return x
    def i():
        nonlocal x
        x += 1
        return x
    return h(), i(), x


print(g(), x)


def j():
    global fresh
    del fresh


j()
try:
    j()
except NameError as e:
    print(e)


class K:
    global made_in_class
    made_in_class = 5


print(made_in_class, hasattr(K, "made_in_class"))

def f():
    def g():
        return later
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return g()


print(f())


def h():
    print(x)
    x = 1


try:
    h()
except UnboundLocalError as e:
    print(e)


def k():
    x = 1
    del x
    return x


try:
    k()
except UnboundLocalError as e:
    print(e)


def m():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


try:
    m()
except UnboundLocalError as e:
    print(e)

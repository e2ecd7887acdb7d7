def g():
    yield 1
    raise StopIteration("inside")


it = g()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def h():
    yield next(iter([]))


try:
    list(h())
except RuntimeError as e:
    print(e)
try:
    [next(iter([])) for _ in range(1)]
except StopIteration as e:
    print("StopIteration passes through a list comprehension")
try:
    list(next(iter([])) for _ in range(1))
except RuntimeError as e:
    print(e)


def already():
    it = already_running
    next(it)
    yield


already_running = already()
try:
    next(already_running)
except ValueError as e:
    print(e)

import sys


def g():
    yield


def five():
    a = b = c = d = e = 1
    yield


async def c():
    pass


coroutine = c()
print(sys.getsizeof(g()), sys.getsizeof(five()), sys.getsizeof(coroutine))
coroutine.close()

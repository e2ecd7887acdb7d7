import sys


def empty():
    yield


def locals_(a, b, c):
    d = e = 1
    yield [a, b, (c, d), [e, a, b]]


def closure():
    x = 1

    def gen():
        yield x
    return gen()


async def coroutine(a):
    pass


async def asynchronous():
    yield 1


size = sys.getsizeof
c = coroutine(1)
print(size(empty()), size(locals_(1, 2, 3)), size(closure()), size(x for x in ''), size(c), size(asynchronous()))
c.close()
print(size(c), size((lambda: (yield))()), size(x * y for x in '' for y in ''))

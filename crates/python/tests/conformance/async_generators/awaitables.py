# What the methods give is awaited once.
def run(coroutine):
    try:
        while True:
            print("waits for", coroutine.send(None))
    except StopIteration as end:
        return end.value


class Wait:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        sent = yield self.value
        return sent or self.value * 10


async def g():
    yield 1
    yield 2


a = g()
first = a.__anext__()
print(type(first).__name__, type(a.aclose).__name__, first.__await__() is first, iter(first) is first)
try:
    first.send(None)
except StopIteration as end:
    print(end.value)
try:
    first.send(None)
except RuntimeError as error:
    print(error)
closing = a.aclose()
print(type(closing).__name__)
try:
    closing.send(None)
except StopIteration as end:
    print(end.value)
try:
    closing.send(None)
except RuntimeError as error:
    print(error)
fresh = g()
try:
    fresh.asend(3).send(None)
except TypeError as error:
    print(error)

# StopIteration and StopAsyncIteration do not leave a generator or coroutine.
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


async def one():
    yield 1
    raise StopIteration("x")


async def two():
    yield 1
    raise StopAsyncIteration


async def three():
    raise StopIteration(3)


async def main():
    for make in (one, two):
        g = make()
        await g.__anext__()
        try:
            await g.__anext__()
        except RuntimeError as error:
            print(error, repr(error.__cause__))
    try:
        await three()
    except RuntimeError as error:
        print(error, repr(error.__cause__))


run(main())

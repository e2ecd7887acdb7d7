# A generator that yields when it is closed.
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


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def main():
    g = stubborn()
    await g.__anext__()
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)


run(main())

# athrow and aclose reach the yield.
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
    try:
        yield 1
    except ValueError as error:
        print("caught", error)
        yield "recovered"
    finally:
        print("finally")


async def main():
    a = g()
    print(await a.__anext__(), await a.athrow(ValueError("v")))
    try:
        await a.__anext__()
    except StopAsyncIteration:
        print("over")
    b = g()
    await b.__anext__()
    try:
        await b.athrow(KeyError("k"))
    except KeyError as error:
        print("out", error)
    c = g()
    await c.__anext__()
    print(await c.aclose(), await c.aclose())
    d = g()
    print(await d.aclose())
    try:
        await d.__anext__()
    except StopAsyncIteration:
        print("never started")
    e = g()
    try:
        await e.athrow(KeyError("early"))
    except KeyError as error:
        print(error)


run(main())

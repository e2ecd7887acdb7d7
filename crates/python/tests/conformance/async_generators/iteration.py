# Values, awaits in between, and cleaning up.
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


async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print("got", got)
            await Wait(i)
    finally:
        print("cleanup")


async def main():
    async for x in numbers(2):
        print("x", x)
    g = numbers(3)
    print(await g.__anext__(), await g.asend("hi"))
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration as error:
        print("over", error.args)
    return "done"


print(run(main()))

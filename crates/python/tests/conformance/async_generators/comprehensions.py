# Asynchronous comprehensions and generator expressions.
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
    for i in range(n):
        yield i


async def twice(x):
    return x * 2


async def main():
    print([x async for x in numbers(3) if x], {x: 1 async for x in numbers(2)}, {x async for x in numbers(2)})
    print([[y async for y in numbers(x)] async for x in numbers(3)])
    print([await twice(x) for x in range(3)], [await twice(x) async for x in numbers(2) if await twice(x)])
    lazy = (x * 10 async for x in numbers(2))
    print(type(lazy).__name__, [x async for x in lazy])
    print([(x, y) async for x in numbers(2) for y in "ab"])
    print((await twice(x) for x in range(2)).__class__.__name__)


run(main())

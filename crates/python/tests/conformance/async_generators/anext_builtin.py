# aiter and anext, with a default or without.
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
        await Wait(i)
        yield i


async def main():
    g = numbers(1)
    print(aiter(g) is g, await anext(g), await anext(g, "default"), await anext(g, None))
    try:
        await anext(g)
    except StopAsyncIteration:
        print("over")


run(main())
for call in (lambda: aiter([]), lambda: anext([]), lambda: aiter(), lambda: anext(1, 2, 3)):
    try:
        call()
    except TypeError as error:
        print(error)


class Bad:
    def __aiter__(self):
        return 3


try:
    aiter(Bad())
except TypeError as error:
    print(error)
# conformance: not yet as 3.15

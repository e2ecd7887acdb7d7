# A class that iterates asynchronously.
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


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return await Wait(self.n)


async def main():
    async for x in Countdown(3):
        if x == 10:
            continue
        print(x)
    else:
        print("else")
    async for x in Countdown(3):
        break
    else:
        print("not here")
    return [x async for x in Countdown(2)]


print(run(main()))

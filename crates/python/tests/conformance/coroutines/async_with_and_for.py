class Manager:
    async def __aenter__(self):
        print("enter")
        return "resource"
    async def __aexit__(self, *exc):
        print("exit", exc[0])
        return True


class Numbers:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


async def main():
    async with Manager() as r:
        print(r)
        raise ValueError("swallowed")
    async for x in Numbers(3):
        if x == 2:
            continue
        print(x)
    else:
        print("else")
    return [x async for x in Numbers(3)], {x: x async for x in Numbers(2) if x > 1}


try:
    main().send(None)
except StopIteration as e:
    print(e.value)


async def wrong():
    async with 5: pass


async def wrong2():
    async for x in [1]: pass


for w in (wrong, wrong2):
    try:
        w().send(None)
    except TypeError as e:
        print(e)

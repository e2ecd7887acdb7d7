import types


@types.coroutine
def pause(n):
    got = yield n
    return got * 2


async def main():
    return [await pause(1), await pause(2)]


c = main()
print(c.send(None), c.send(10))
try:
    c.send(20)
except StopIteration as stop:
    print(stop.value)

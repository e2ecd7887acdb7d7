# Exceptions go through chains of awaits.
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


async def inner():
    try:
        await Wait("inner")
    except ValueError as error:
        print("inner", error)
        return "handled"
    finally:
        print("inner over")


async def middle():
    return await inner()


async def outer():
    try:
        return await middle()
    except KeyError as error:
        print("outer", error)
        return "from key"


for exception in (ValueError("v"), KeyError("k")):
    c = outer()
    c.send(None)
    try:
        c.throw(exception)
    except StopIteration as end:
        print(end.value)
c = outer()
c.send(None)
c.close()


async def twice():
    c = inner()
    c.send(None)
    await c


try:
    run(twice())
except RuntimeError as error:
    print(error)
done = inner()
try:
    run(done)
    run(done)
except RuntimeError as error:
    print(error)

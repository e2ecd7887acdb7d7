# What is held between two values, and that all goes.
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


import sys
import weakref


class Value:
    pass


async def g(value):
    yield value
    yield value


async def main():
    value = Value()
    alive = weakref.ref(value)
    a = g(value)
    print(sys.getrefcount(a), sys.getrefcount(value))
    step = a.asend(None)
    print(sys.getrefcount(a))
    got = await step
    print(got is value, sys.getrefcount(value))
    del step, got, value
    print(alive() is not None)
    await a.aclose()
    print(alive() is None)


run(main())
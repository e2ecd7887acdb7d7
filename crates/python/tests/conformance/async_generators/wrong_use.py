# Errors of for, await and async for.
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
    yield 1


async def loop(x):
    async for _ in x:
        pass


async def wait(x):
    await x


class NoNext:
    def __aiter__(self):
        return 3


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


class BadAwait:
    def __await__(self):
        return 3


for make in (lambda: iter(g()), lambda: next(g()), lambda: [x for x in g()], lambda: run(loop(3)),
             lambda: run(loop(NoNext())), lambda: run(loop(BadNext())), lambda: run(wait(1)),
             lambda: run(wait(BadAwait())), lambda: run(wait(i for i in ()))):
    try:
        make()
    except TypeError as error:
        print(error, "|", repr(error.__cause__))
# conformance: not yet as 3.15

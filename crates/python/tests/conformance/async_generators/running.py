# Two awaitables of one generator at a time.
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
    await Wait("a")
    yield 1


a = g()
one = a.__anext__()
print(one.send(None), a.ag_running, a.ag_await is not None)
for other in (a.__anext__(), a.aclose(), a.athrow(ValueError)):
    try:
        other.send(None)
    except RuntimeError as error:
        print(error)
try:
    one.send(None)
except StopIteration as end:
    print(end.value, a.ag_running)

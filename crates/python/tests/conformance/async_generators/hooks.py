# The hooks of asynchronous generators.
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

print(sys.get_asyncgen_hooks())
seen = []
sys.set_asyncgen_hooks(lambda g: seen.append("first"), finalizer=lambda g: seen.append("last"))


async def g():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


async def take(a):
    return await a.__anext__()


a = g()
print(run(take(a)), run(take(a)), seen)
del a
print(seen)
sys.set_asyncgen_hooks(None, None)
b = g()
run(take(b))
del b
print(seen)
try:
    sys.set_asyncgen_hooks(3)
except TypeError as error:
    print(error)

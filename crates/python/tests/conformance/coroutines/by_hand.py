class Wait:
    def __init__(self, what): self.what = what
    def __await__(self):
        answer = yield self.what
        return answer * 2


async def inner(x):
    print("inner", x)
    return await Wait(x)


async def outer():
    a = await inner("a")
    b = await inner("b")
    return a + b


c = outer()
print(type(c).__name__, c.cr_running, c.cr_await, c.__name__)
print(c.send(None))
print(c.cr_await.__name__)
print(c.send("1"))
try:
    c.send("2")
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)

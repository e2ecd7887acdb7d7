# What generators and coroutines show of themselves.
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


async def c():
    await Wait(1)


def show(thing, prefix, names):
    print([(name, getattr(thing, prefix + name)) for name in names])


a = g()
show(a, "ag_", ("running", "await"))
print(a.ag_code.co_name, a.ag_frame.f_code is a.ag_code, a.__name__, a.__qualname__, g.__code__.co_flags)
b = c()
show(b, "cr_", ("running", "await", "suspended", "origin"))
b.send(None)
show(b, "cr_", ("running", "suspended"))
print(type(b.cr_await).__name__, b.cr_code.co_name, c.__code__.co_flags)
print(b.close(), b.cr_frame, b.cr_suspended)
d = c()
wrapper = d.__await__()
print(type(wrapper).__name__, iter(wrapper) is wrapper, next(wrapper), wrapper.close())

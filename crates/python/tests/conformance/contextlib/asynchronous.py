from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def connect(name):
    print("connect", name)
    try:
        yield name
    finally:
        print("disconnect", name)


class Stream:
    async def aclose(self):
        print("stream closed")


async def later(x):
    print("later", x)


async def main():
    async with connect("a") as a, nullcontext(2) as two:
        print(a, two)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(connect("b"))
        stack.push_async_callback(later, 1)
        stack.callback(print, "sync")
    async with aclosing(Stream()):
        print("streaming")
    async with connect("c"):
        raise ValueError("lost")


try:
    main().send(None)
except (StopIteration, ValueError) as error:
    print(repr(error))

import asyncio

async def setter(future):
    await asyncio.sleep(0.01)
    future.set_result("set")

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), asyncio.isfuture(future))
    task = asyncio.create_task(setter(future))
    print(await future, future)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        print(type(error).__name__)
    broken = loop.create_future()
    broken.set_exception(ValueError("bad"))
    try:
        await broken
    except ValueError as error:
        print(repr(error), broken)
    gone = loop.create_future()
    print(gone.cancel(), gone.cancelled(), gone, gone.cancel())
    try:
        await gone
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    stop = loop.create_future()
    stop.set_exception(StopIteration)
    print(type(stop.exception()).__name__, stop.exception())
    await task

asyncio.run(main())

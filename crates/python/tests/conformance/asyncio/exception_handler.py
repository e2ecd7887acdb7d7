import asyncio

def handler(loop, context):
    print(sorted(context), context["message"].split(" at ")[0])

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    future = loop.create_future()
    future.set_exception(ValueError("bad"))
    del future
    loop.call_soon(lambda: None.missing)
    loop.call_later(0.01, print, "later")
    timer = loop.call_later(0.005, print, "never")
    timer.cancel()
    await asyncio.sleep(0.02)
    print(timer.cancelled())

asyncio.run(main())

import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01) as limit:
            print("inside", limit.expired())
            await asyncio.sleep(1)
    except TimeoutError:
        print("over", limit.expired())
    async with asyncio.timeout(None) as limit:
        print(limit.when())
        await asyncio.sleep(0)
    async with asyncio.timeout(5) as limit:
        limit.reschedule(None)
    print(limit.expired())
    try:
        limit.reschedule(1)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise KeyError("other")
    except KeyError as error:
        print(repr(error))

asyncio.run(main())

import asyncio

async def double(n):
    await asyncio.sleep(0.01 * (3 - n))
    return n * 2

async def fail(n):
    await asyncio.sleep(0)
    raise ValueError(n)

async def main():
    print(await asyncio.gather(*(double(n) for n in range(3))))
    print(await asyncio.gather(double(1), fail(2), return_exceptions=True))
    try:
        await asyncio.gather(fail(1), double(1))
    except ValueError as error:
        print(repr(error))
    print(await asyncio.gather())
    same = asyncio.ensure_future(double(2))
    print(await asyncio.gather(same, same))

asyncio.run(main())

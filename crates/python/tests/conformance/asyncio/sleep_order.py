import asyncio

async def worker(name, delay):
    print("start", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name

async def main():
    first = asyncio.create_task(worker("a", 0.03))
    second = asyncio.create_task(worker("b", 0.01))
    third = asyncio.create_task(worker("c", 0))
    print("created")
    print(await first, await second, await third)

asyncio.run(main())

import asyncio

async def count(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("closed")

async def main():
    print([i async for i in count(3)])
    async for i in count(5):
        if i == 1:
            break
    print({i: i * i async for i in count(2) if i})
    await asyncio.sleep(0)
    await asyncio.sleep(0)

asyncio.run(main())

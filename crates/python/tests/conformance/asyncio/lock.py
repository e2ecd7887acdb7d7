import asyncio

async def worker(name, lock):
    print(name, "wants")
    async with lock:
        print(name, "has", lock.locked())
        await asyncio.sleep(0.01)
    print(name, "gave back")

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(n, lock) for n in "abc"))
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

asyncio.run(main())

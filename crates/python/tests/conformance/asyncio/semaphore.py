import asyncio

running = most = 0

async def job(semaphore):
    global running, most
    async with semaphore:
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1

async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(job(semaphore) for _ in range(6)))
    print(most, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)

asyncio.run(main())

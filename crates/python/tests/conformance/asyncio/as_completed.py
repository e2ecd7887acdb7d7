import asyncio

async def work(delay):
    await asyncio.sleep(delay)
    return delay

async def main():
    for next_done in asyncio.as_completed([work(0.03), work(0.01), work(0.02)]):
        print(await next_done)
    try:
        for next_done in asyncio.as_completed([work(0.01), work(5)], timeout=0.02):
            print(await next_done)
    except TimeoutError:
        print("too late")

asyncio.run(main())

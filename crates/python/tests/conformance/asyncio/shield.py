import asyncio

async def inner():
    await asyncio.sleep(0.4)
    print("inner is done")
    return 5

async def main():
    task = asyncio.create_task(inner())
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(task), 0.02))
    try:
        await outer
    except TimeoutError:
        print("outer gave up", task.done())
    print(await task)

asyncio.run(main())

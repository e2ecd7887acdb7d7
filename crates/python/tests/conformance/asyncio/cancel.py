import asyncio

async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            print("not yet", error.args)
    return "done"

async def polite():
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(polite())
    await asyncio.sleep(0)
    print(task.cancel("please"), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled(), task.done(), task.cancel())
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("now")
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    task = asyncio.create_task(polite())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("never started")

asyncio.run(main())

import asyncio

async def waiter(event, n):
    print("wait", n)
    print(await event.wait(), n)

async def consumer(condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print("got", items.pop())

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in range(2)]
    await asyncio.sleep(0)
    print(event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    event.clear()
    print(event.is_set())
    condition, items = asyncio.Condition(), []
    task = asyncio.create_task(consumer(condition, items))
    await asyncio.sleep(0)
    async with condition:
        items.append(1)
        condition.notify()
    await task
    try:
        condition.notify_all()
    except RuntimeError as error:
        print(error)

asyncio.run(main())

import asyncio

async def producer(queue):
    for n in range(4):
        await queue.put(n)
        print("put", n, queue.qsize())
    await queue.put(None)

async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        queue.task_done()
        await asyncio.sleep(0.01)
    queue.task_done()

async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))
    await queue.join()
    print(queue.empty(), queue.full(), queue)
    for call in (queue.get_nowait, queue.task_done):
        try:
            call()
        except Exception as error:
            print(type(error).__name__, error)
    first, last = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for n in (2, 1, 3):
        first.put_nowait(n)
        last.put_nowait(n)
    print([first.get_nowait() for _ in range(3)], [last.get_nowait() for _ in range(3)])

asyncio.run(main())

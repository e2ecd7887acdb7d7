import asyncio

async def work():
    print(asyncio.current_task().get_name())
    return 1

async def fail():
    1 / 0

async def main():
    me = asyncio.current_task()
    print(me.get_name(), me.done())
    task = asyncio.create_task(work(), name="worker")
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        task.exception()
    except asyncio.InvalidStateError as error:
        print(error)
    print(len(asyncio.all_tasks()), sorted(t.get_name() for t in asyncio.all_tasks()))
    task.add_done_callback(lambda t: print("callback", t.result()))
    await task
    await asyncio.sleep(0)
    print(task.done(), task.result(), task.exception(), task.cancelled())
    failing = asyncio.create_task(fail())
    await asyncio.wait([failing])
    print(repr(failing.exception()))
    try:
        task.set_result(1)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.create_task(work)
    except TypeError as error:
        print(str(error).split(" at ")[0].split("<")[0])

asyncio.run(main())

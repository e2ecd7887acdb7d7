import asyncio

async def work(name, delay, fails=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if fails:
        raise ValueError(name)
    print(name, "done")
    return name

async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 0.02))
        b = group.create_task(work("b", 0.01))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("c", 0.01, True))
            group.create_task(work("d", 1))
    except* ValueError as errors:
        print(errors, errors.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("e", 1))
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as errors:
        print(errors.exceptions)
    try:
        group.create_task(work("f", 0))
    except RuntimeError as error:
        print(str(error)[:11])

import warnings
warnings.simplefilter("ignore")
asyncio.run(main())

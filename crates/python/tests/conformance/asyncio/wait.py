import asyncio

async def work(delay, fails=False):
    await asyncio.sleep(delay)
    if fails:
        raise ValueError(delay)
    return delay

async def main():
    def start():
        return [asyncio.create_task(work(0.1, True)), asyncio.create_task(work(0.5)), asyncio.create_task(work(0.9))]
    for kind in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        done, pending = await asyncio.wait(start(), return_when=kind)
        print(kind, len(done), len(pending), sorted(str(t.exception()) for t in done))
        for task in pending:
            task.cancel()
    done, pending = await asyncio.wait(start(), timeout=0.25)
    print(len(done), len(pending), [repr(t.exception()) for t in done])
    for wrong in ([], work(1)):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        if wrong:
            wrong.close()
    try:
        await asyncio.wait([asyncio.create_task(work(0))], return_when="soon")
    except ValueError as error:
        print(error)

asyncio.run(main())

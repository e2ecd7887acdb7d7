import asyncio

async def name():
    return asyncio.current_task().get_name()

with asyncio.Runner() as runner:
    print(runner.run(name()) != runner.run(name()), runner.get_loop().is_closed())
    loop = runner.get_loop()
print(loop.is_closed(), loop.is_running())
try:
    runner.get_loop()
except RuntimeError as error:
    print(error)

async def leaves_tasks():
    async def endless():
        try:
            await asyncio.sleep(1000)
        finally:
            print("stopped at the end")
    asyncio.create_task(endless())
    await asyncio.sleep(0)
    print("main is over")

asyncio.run(leaves_tasks())

import asyncio

async def nothing():
    pass

async def nested():
    coroutine = nothing()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()

asyncio.run(nested())
try:
    asyncio.run(5)
except ValueError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)

async def fails():
    raise LookupError("from the coroutine")

asyncio.run(fails())
# conformance: not yet as 3.14, 3.15

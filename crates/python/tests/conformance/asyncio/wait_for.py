import asyncio

async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("cleaned up")

async def quick():
    return "quick"

async def main():
    try:
        await asyncio.wait_for(slow(), timeout=0.01)
    except TimeoutError as error:
        print(type(error).__name__, error.args, type(error.__cause__).__name__)
    print(asyncio.TimeoutError is TimeoutError)
    print(await asyncio.wait_for(quick(), timeout=1))
    print(await asyncio.wait_for(quick(), timeout=None))
    try:
        await asyncio.wait_for(slow(), timeout=0)
    except TimeoutError:
        print("at once")

asyncio.run(main())

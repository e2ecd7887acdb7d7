# conformance: whole stderr
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("nobody looked"))
    del future
    print("after")

asyncio.run(main())

import sys


async def inner(o):
    return sys.getrefcount(o)


async def main():
    x = []
    print(sys.getrefcount(x), await inner(x), await inner([]))


try:
    main().send(None)
except StopIteration:
    print("done")

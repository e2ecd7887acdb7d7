async def f():
    return 1


c = f()
try:
    for x in c: pass
except TypeError as e:
    print(e)
try:
    next(c)
except TypeError as e:
    print(e)
c.close()


async def bad():
    await 5


async def none():
    await None


for co in (bad, none):
    try:
        co().send(None)
    except TypeError as e:
        print(e)


class NotIterator:
    def __await__(self): return 5


async def g():
    await NotIterator()


try:
    g().send(None)
except TypeError as e:
    print(e)


async def raises():
    raise ValueError("in coroutine")


async def catches():
    try:
        await raises()
    except ValueError as e:
        return f"caught {e}"


try:
    catches().send(None)
except StopIteration as e:
    print(e.value)
async def stop(): raise StopIteration(5)
try:
    stop().send(None)
except RuntimeError as e:
    print(e)
c = f()
try:
    c.send(5)
except TypeError as e:
    print(e)
c.close()
# conformance: not yet as 3.15

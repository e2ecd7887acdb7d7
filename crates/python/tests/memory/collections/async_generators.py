import gc


async def numbers():
    yield 1
    yield 2


def step(awaitable):
    try: awaitable.send(None)
    except (StopIteration, StopAsyncIteration) as e: return e.args


gc.collect()
g = numbers()
gc.collect()
step(g.__anext__())
gc.collect()
step(g.__anext__())
gc.collect()
a = g.__anext__()
step(a)
gc.collect()
del a
c = g.aclose()
step(c); del c
gc.collect()
g = numbers()
a = g.asend(None)
gc.collect()
a.close(); del a
gc.collect()

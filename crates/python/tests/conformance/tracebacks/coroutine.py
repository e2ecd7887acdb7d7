# conformance: whole stderr
async def f():
    1/0
c = f()
c.send(None)

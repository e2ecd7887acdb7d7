# conformance: whole stderr
async def work():
    pass


work()
print("after")

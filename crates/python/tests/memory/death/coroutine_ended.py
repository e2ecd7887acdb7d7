async def work():
    print('awaited')


async def outer():
    try:
        await work()
    finally:
        print('finally')


c = work()
c.close()
c = outer()
try:
    c.send(None)
except StopIteration:
    print('done')
print('end')

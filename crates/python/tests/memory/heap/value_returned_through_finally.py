def generator():
    try:
        yield 1
        return (1, 'a')
    finally:
        print('done')


def loop():
    for number in range(2):
        return -(1000 * 2), 'b'


running = generator()
try:
    next(running)
    next(running)
except StopIteration as stop:
    print(stop.value, loop())

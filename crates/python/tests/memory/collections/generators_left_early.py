# A suspended generator ends without an exception where no handler is in the way.
def numbers():
    for number in [1, 2]:
        yield number


def careful():
    try:
        yield 1
    finally:
        print('finally')


next(numbers())
next(number for number in [2, 6])
next((number for number in [2, 6]), 5)
next(careful())
for number in numbers():
    break
generator = numbers()
next(generator)
generator.close()

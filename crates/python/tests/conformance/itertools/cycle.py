from itertools import cycle, islice


def letters():
    for letter in "abc":
        print("give", letter)
        yield letter


it = cycle(letters())
print([next(it) for _ in range(7)])
print(list(cycle([])), list(islice(cycle("xy"), 5)))


def failing():
    yield 1
    raise ValueError("no more")


it = cycle(failing())
print(next(it))
try:
    next(it)
except ValueError as error:
    print(error)
print(next(it))

# Exceptions thrown into generators that delegate, or wait inside a with statement, and what is left of them.
class C:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return True


def delegates(items):
    yield from items


def manages():
    with C() as c: yield 1
    with C() as c: a = 1; yield from [1]; a = 4
    return 1


generator = delegates([1, 2])
next(generator)
generator.close()
generator = delegates((1, 2))
next(generator)
del generator
generator = manages()
next(generator)
generator.throw(ValueError)
try:
    generator.throw(ValueError)
except StopIteration as error:
    print(error.value)

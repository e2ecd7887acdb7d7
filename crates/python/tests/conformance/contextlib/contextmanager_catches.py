from contextlib import contextmanager


@contextmanager
def swallow(kind):
    try:
        yield
    except kind as error:
        print("swallowed", repr(error))


with swallow(ValueError):
    raise ValueError(1)
try:
    with swallow(ValueError):
        raise TypeError(2)
except TypeError as error:
    print(repr(error), error.__context__)

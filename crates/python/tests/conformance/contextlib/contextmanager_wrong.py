from contextlib import contextmanager


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def again():
    try:
        yield
    except Exception:
        yield


for manager, body in ((never, None), (twice, None), (again, ValueError("x"))):
    try:
        with manager():
            if body:
                raise body
    except RuntimeError as error:
        print(error, repr(error.__context__))

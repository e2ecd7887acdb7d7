from contextlib import contextmanager


@contextmanager
def managed():
    try:
        yield
    finally:
        print("cleanup")


with managed():
    raise ValueError("in the body")

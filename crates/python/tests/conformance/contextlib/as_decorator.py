from contextlib import ContextDecorator, contextmanager


class traced(ContextDecorator):
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, *exc):
        print("out", exc[0])
        return False


@contextmanager
def around(text):
    print("before", text)
    yield
    print("after", text)


@traced()
def f(x):
    return x * 2


@around("g")
def g():
    print("body")


print(f(4), f.__name__)
g()
g()

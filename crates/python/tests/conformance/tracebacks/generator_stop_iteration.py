# conformance: whole stderr
def g():
    raise StopIteration
    yield
next(g())

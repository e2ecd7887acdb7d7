# conformance: whole stderr
def f():
    return (lambda x: x.foo)(1)
f()

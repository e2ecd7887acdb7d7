# conformance: whole stderr
def g():
    try: yield
    finally: 1/0
x = g()
next(x)
x.throw(TypeError("thrown"))

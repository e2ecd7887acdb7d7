# conformance: whole stderr
def f():
    class L(Exception): pass
    raise L(None)
f()

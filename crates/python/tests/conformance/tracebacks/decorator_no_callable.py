# conformance: whole stderr
def d(n):
    return n
@d(1)
def f(): pass

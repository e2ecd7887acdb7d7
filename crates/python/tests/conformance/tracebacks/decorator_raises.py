# conformance: whole stderr
def d(f): raise ValueError
@d
def f(): pass

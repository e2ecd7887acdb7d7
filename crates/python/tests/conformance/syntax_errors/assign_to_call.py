# conformance: whole stderr
def f(): pass
f() = 1

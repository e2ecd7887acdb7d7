# conformance: whole stderr
def f(value, other): pass
f(valeu=1)

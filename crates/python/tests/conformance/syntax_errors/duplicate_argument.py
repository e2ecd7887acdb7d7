# conformance: whole stderr
def f(a, b, a):
    return a

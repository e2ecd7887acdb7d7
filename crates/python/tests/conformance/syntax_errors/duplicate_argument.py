# conformance: whole stderr
def f(a, b, a):
    return a
# conformance: not yet as 3.15

# conformance: whole stderr
def f(x):
return x

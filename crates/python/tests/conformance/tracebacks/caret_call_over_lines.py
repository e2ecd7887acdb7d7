# conformance: whole stderr
def f(*a): raise ValueError
f(
    1,
    2,
    f(3),
)

# conformance: whole stderr
def f(x):
    raise TypeError(
        "abc",
        x,
    )
f(
  1)

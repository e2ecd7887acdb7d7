# conformance: whole stderr
def f(**kw):
    return kw


x = {
    "a": 1,
    "b": f(
        first=1,
        second=[][0],
    ),
}

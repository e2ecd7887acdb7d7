from contextlib import ExitStack

with ExitStack() as stack:
    stack.push(lambda kind, error, tb: True)
    stack.callback(print, "still called")
    raise ValueError("suppressed")
try:
    with ExitStack() as stack:
        stack.callback(lambda: [][1])
        stack.callback(lambda: {}["k"])
        raise ValueError("first")
except IndexError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))

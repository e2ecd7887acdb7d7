try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise KeyError("new") from e
    except* TypeError as e:
        raise
except ExceptionGroup as g:
    print(repr(g))
    print(repr(g.exceptions[0].__cause__) if g.exceptions[0].__cause__ else repr(g.exceptions[0]))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        1 / 0
except Exception as e:
    print(type(e).__name__, repr(e))
try:
    try:
        raise ValueError("v")
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
def f():
    for i in range(2):
        try:
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as e:
            print(e.exceptions)
f()
try:
    e
except NameError as x:
    print(x)

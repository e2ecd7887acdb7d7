import sys


def tracer(frame, event, arg):
    shown = arg[0].__name__ if event == "exception" else arg
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, shown)
    return tracer


def g(x):
    if x:
        raise KeyError(x)
    return x


def f():
    y = g(0)
    try:
        g(1)
    except KeyError:
        y += 1
    return y


sys.settrace(tracer)
f()
sys.settrace(None)
print(sys.gettrace())

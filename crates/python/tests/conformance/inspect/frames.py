import inspect


def f(n):
    frame = inspect.currentframe()
    return frame.f_code.co_name, frame.f_locals["n"], frame.f_back.f_code.co_name, frame.f_lineno


def g():
    return f(3), [info.function for info in inspect.stack()], inspect.stack()[0].lineno


print(g())

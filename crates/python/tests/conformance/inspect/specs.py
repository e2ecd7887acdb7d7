import inspect


def f(a, b=2, *args, c, d=4, **kw) -> int:
    return total + a + len(args)


total = 1
print(inspect.getfullargspec(f))
print(inspect.getcallargs(f, 1, c=3))
print(inspect.unwrap(f) is f, inspect.getclosurevars(f).globals, sorted(inspect.getclosurevars(f).builtins))


def outer():
    v = 5
    return lambda: v


print(inspect.getclosurevars(outer()).nonlocals, inspect.getmodule(f).__name__, inspect.get_annotations(f))

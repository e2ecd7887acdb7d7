def f(a, b: int = 1, *args, c, **kw) -> str:
    """Doc."""
    x = 1
    return lambda: x


print(f.__name__, f.__qualname__, f.__doc__, f.__module__)
print(f.__annotations__, f.__defaults__, f.__kwdefaults__, f.__closure__)
code = f.__code__
print(code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, code.co_name)
print(code.co_freevars, code.co_cellvars, code.co_nlocals, code.co_flags & 0x0C)
f.colour = "red"
print(f.__dict__, f.colour)
f.__name__ = "g"
print(f.__name__, f.__qualname__)
for name, value in [("__name__", 1), ("__defaults__", 1), ("__kwdefaults__", 1), ("__code__", 1), ("__dict__", 1),
                    ("__closure__", ()), ("__globals__", {})]:
    try:
        setattr(f, name, value)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    f.nothing
except AttributeError as e:
    print(e)

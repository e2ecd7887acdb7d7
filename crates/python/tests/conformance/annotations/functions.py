# Annotations of functions: a dict made when first asked for.
def f(a: int, b: "x" = 1, *args: tuple, c: float, d: list = [], **kw: dict) -> None:
    local: undefined_name
    other: also_undefined = 3
    return other


print(f.__annotations__, f(1, c=2))
print(f.__annotations__ is f.__annotations__)
f.__annotations__ = {"q": 1}
print(f.__annotations__)
del f.__annotations__
print(f.__annotations__)
try:
    f.__annotations__ = 1
except TypeError as error:
    print(error)
print((lambda a: a).__annotations__)

print(__annotations__ if "__annotations__" in globals() else "none yet")
x: int = 5
y: "forward"
z: print("evaluated") or list = []
(w): str = "w"
print(__annotations__, "y" in globals())


def f(a: int, b: "str" = "x", *args: float, c: list[int] = [], **kw: dict) -> None:
    local: never_evaluated = 1
    other: also_never
    return local


print(f.__annotations__, f(1))


class C:
    a: int
    b: str = "b"
    print(sorted(__annotations__))


print(C.__annotations__, hasattr(C, "a"))
o = type("O", (), {})()
o.attr: int = 3
d = {}
d["k"]: str = "v"
print(o.attr, d)
try:
    undefined_object.attr: int
except NameError as e:
    print(e)
try:
    q: undefined_annotation = 1
except NameError as e:
    print(e, "q" in globals())

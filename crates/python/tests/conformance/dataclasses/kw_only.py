from dataclasses import KW_ONLY, dataclass, field


@dataclass
class A:
    x: int
    _: KW_ONLY
    y: int = 1
    z: int = field(default=2, kw_only=False)


@dataclass(kw_only=True)
class B:
    a: int = 1
    b: int


print(A(1, y=5), A(1, 3), A.__doc__, A.__match_args__, B(b=2), B.__doc__, B.__match_args__)
for wrong in ("A(1, 2, 3)", "B(1)", "B()"):
    try:
        eval(wrong)
    except TypeError as error:
        print(error)

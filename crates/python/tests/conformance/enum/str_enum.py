from enum import Enum, StrEnum


class S(StrEnum):
    A = "a"
    B = "bee"


print(S.A, repr(S.A), S.B.upper(), S("bee"), f"[{S.A:^3}]", S.A == "a", {"a": 1}[S.A], "".join(S))


class Mixed(str, Enum):
    X = "x"


print(Mixed.X, repr(Mixed.X), f"{Mixed.X}", Mixed.X == "x", "%s" % Mixed.X, Mixed.X + "y")
try:
    class Bad(StrEnum):
        N = 1
except TypeError as error:
    print(error)

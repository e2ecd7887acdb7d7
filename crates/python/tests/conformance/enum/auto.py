from enum import Enum, IntEnum, StrEnum, auto


class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()


class B(StrEnum):
    RED = auto()
    Green = auto()


class C(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f"{name}-{start}-{count}-{last_values}"

    P = auto()
    Q = auto()


class D(IntEnum):
    ONE = auto()
    TWO = auto()


for e in (A, B, C, D):
    print([m.value for m in e])
print(repr(B.RED), D.TWO + 1)

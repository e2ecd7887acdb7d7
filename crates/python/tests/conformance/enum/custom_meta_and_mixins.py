from enum import Enum, EnumMeta, EnumType


class Describe:
    def describe(self):
        return f"{type(self).__name__}.{self.name}"


class E(Describe, Enum):
    A = 1


class Meta(EnumType):
    def __getitem__(cls, name):
        return super().__getitem__(name.upper())


class G(Enum, metaclass=Meta):
    X = 1


print(E.A.describe(), G["x"], EnumMeta is EnumType, type(G))


class F(float, Enum):
    PI = 3.14


print(F.PI, repr(F.PI), F.PI + 1, f"{F.PI}")

from enum import Enum


class E(Enum):
    A = 1
    L = [1]


class F(Enum):
    A = 1


print(E.A in E, 1 in E, 5 in E, F.A in E, [1] in E, [2] in E, "A" in E.__members__, E([1]))

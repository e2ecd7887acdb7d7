import copy
from enum import Enum


class E(Enum):
    A = [1]


print(copy.copy(E.A) is E.A, copy.deepcopy([E.A])[0] is E.A, hash(E.A) == hash("A"))
print(E.A.__reduce_ex__(2), {E.A, E.A}, E.A.value is E.A.value)

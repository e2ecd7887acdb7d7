import copy
import weakref
from dataclasses import dataclass


@dataclass(slots=True, frozen=True, weakref_slot=True)
class Q:
    a: list


q = Q([1])
print(Q.__slots__, hasattr(q, "__dict__"), weakref.ref(q)() is q, copy.copy(q), copy.deepcopy(q) == q)


@dataclass(slots=True)
class R:
    x: int
    y: int = 2


r = R(1)
print(r, R.__slots__)
try:
    r.z = 3
except AttributeError as error:
    print(error)

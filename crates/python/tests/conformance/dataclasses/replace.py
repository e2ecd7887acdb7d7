import dataclasses
from dataclasses import dataclass, field


@dataclass(frozen=True)
class P:
    x: int
    y: int = 2
    total: int = field(init=False, default=0)


p = P(1)
print(dataclasses.replace(p, x=5), dataclasses.replace(p) == p, dataclasses.replace(p) is p)
for changes in ({"z": 1}, {"total": 3}):
    try:
        dataclasses.replace(p, **changes)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    dataclasses.replace(P, x=1)
except TypeError as error:
    print(error)

from dataclasses import dataclass, fields
from typing import ClassVar, Optional


@dataclass
class Counter:
    name: str
    made: ClassVar[int] = 0
    later: "ClassVar[str]" = "c"
    parent: Optional["Counter"] = None

    def __post_init__(self):
        Counter.made += 1


print(Counter("a"), Counter("b", Counter("c")), Counter.made, [f.name for f in fields(Counter)])

from enum import Enum


class Size(Enum):
    S = "small"


print(Size("small"))
Size("huge")

from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value)
print(Color(2), Color["BLUE"], list(Color), len(Color))
print(Color.RED is Color(1), Color.RED == 1, Color.RED in Color, isinstance(Color.RED, Color))
print(Color, type(Color), {Color.RED: "r"}, [c.name for c in reversed(Color)], bool(Color))
print(f"{Color.RED:>12}|{Color.GREEN!r}", str(Color.BLUE))

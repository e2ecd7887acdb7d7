from enum import Enum


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        self = bytes.__new__(cls, [value])
        self._value_ = value
        self.label = label
        return self

    PX = (80, "P.X")
    PY = (81, "P.Y")


print(Coord.PX, repr(Coord.PX), Coord.PY.label, Coord(80), bytes(Coord.PY), Coord.PX.value)


class Numbered(Enum):
    def __new__(cls):
        self = object.__new__(cls)
        self._value_ = len(cls.__members__) + 1
        return self

    A = ()
    B = ()


print(list(Numbered))

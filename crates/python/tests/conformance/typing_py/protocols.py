from typing import Iterable, Protocol, SupportsIndex, SupportsInt, runtime_checkable


class Shape(Protocol):
    def area(self) -> float: ...


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


@runtime_checkable
class Named(Protocol):
    name: str


class File:
    def __init__(self):
        self.name = "f"

    def close(self):
        pass


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


print(isinstance(File(), Closable), isinstance(3, Closable), issubclass(File, Closable), isinstance(File(), Named))
print(Square(3).area(), isinstance(3, SupportsInt), isinstance(3.0, SupportsIndex), isinstance([], Iterable))
for wrong in ("isinstance(3, Shape)", "Shape()", "Closable()", "issubclass(File, Named)", "runtime_checkable(int)"):
    try:
        eval(wrong)
    except TypeError as error:
        print(error)
# conformance: not yet as 3.14, 3.15

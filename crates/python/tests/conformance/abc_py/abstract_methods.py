from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """Its area."""

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Square(Shape):
    def area(self):
        return 4


for cls in (Shape, Square):
    try:
        cls()
    except TypeError as error:
        print(error)
    print(sorted(cls.__abstractmethods__))


class Named(Square):
    name = "square"


print(Named().describe(), isinstance(Named(), Shape))

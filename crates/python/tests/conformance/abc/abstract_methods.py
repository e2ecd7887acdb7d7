from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name()} {self.area()}"


class Half(Shape):
    def area(self):
        return 1


class Square(Half):
    def name(self):
        return "square"


for cls in (Shape, Half, Square):
    print(cls.__name__, sorted(cls.__abstractmethods__))
    try:
        print(cls().describe())
    except TypeError as error:
        print(error)
Half.name = lambda self: "half"
try:
    Half()
except TypeError as error:
    print(error)

class Shape:
    def area(self):
        raise NotImplementedError(f"{type(self).__name__} has no area")

    def describe(self):
        return f"{type(self).__name__} of {self.area():.2f}"


class Square(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2


class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159 * self.r ** 2


class Vague(Shape): pass


for s in (Square(2), Circle(1), Vague()):
    try:
        print(s.describe())
    except NotImplementedError as e:
        print(type(e).__name__, e, isinstance(e, RuntimeError))

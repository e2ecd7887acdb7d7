from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


p = Point(3)
print(p, p.norm(), p == Point(3, 0), p != Point(4), Point(x=1, y=2))
print(Point.__doc__, Point.__match_args__, Point.__init__.__annotations__, Point.y, hasattr(Point, "x"))
for wrong in ("Point()", "Point(1, 2, 3)", "Point(z=1)", "hash(p)", "p < p"):
    try:
        eval(wrong)
    except TypeError as error:
        print(error)
p.x = 9
match p:
    case Point(x, y):
        print("matched", x, y)

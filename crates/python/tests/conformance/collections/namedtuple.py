from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._asdict(), p._replace(y=5), Point._fields, Point._field_defaults)
x, y = p
print(x, y, p == (1, 0), hash(p) == hash((1, 0)), Point._make([3, 4]), len(p))
for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: setattr(p, "x", 5), lambda: namedtuple("A", "a a"),
              lambda: namedtuple("A", "class"), lambda: p._replace(z=1)):
    try:
        wrong()
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)


class Named(namedtuple("Base", ["first", "last"])):
    __slots__ = ()

    def full(self):
        return f"{self.first} {self.last}"


print(Named("Ada", "Lovelace").full(), Named(1, 2))
match p:
    case Point(x=1, y=other):
        print("matched", other)
print(Point.x.__doc__)

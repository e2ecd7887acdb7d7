class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ("x", "y", "z")
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def f(p):
    match p:
        case Point3(x, y, z): return f"3d {x} {y} {z}"
        case Point(0, 0): return "origin"
        case Point(0, y): return f"on y at {y}"
        case Point(x=0.5): return "half"
        case Point(x, y=y) if x == y: return f"diagonal {x}"
        case Point(): return "somewhere"
        case int(n) | float(n): return f"number {n}"
        case str() | bytes(): return "text"
        case list([a, b]): return f"list of {a} {b}"
        case dict(): return "dict"
        case bool(): return "never, bool is int"
        case type(): return "class"
        case _: return "?"


for v in (Point(0, 0), Point(0, 3), Point(0.5, 1), Point(4, 4), Point(1, 2), Point3(1, 2, 3), 5, 2.5, "s", [1, 2], {}, True, Point, None):
    print(f(v))

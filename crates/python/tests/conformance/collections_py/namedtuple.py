from collections import namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), *p)
print(p._asdict(), p._replace(x=10), Point._make([7, 8]), Point._fields)
print(Point.__doc__, Point.x.__doc__, Point, Point.__module__, Point.__match_args__)
for wrong in ("Point(1)", "Point(1, 2, 3)", "Point(1, z=2)", "Point._make([1])", "p._replace(q=1)", "p.z"):
    try:
        eval(wrong)
    except Exception as error:
        print(type(error).__name__, error)
try:
    p.x = 5
except AttributeError as error:
    print(error)

from operator import attrgetter, itemgetter, methodcaller


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def moved(self, dx, dy=0):
        return Point(self.x + dx, self.y + dy)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, 2j)
print(attrgetter("x")(p), attrgetter("x", "y.imag")(p), itemgetter(1)("abc"), itemgetter(0, -1)([1, 2, 3]))
print(methodcaller("moved", 5)(p), methodcaller("moved", dx=1, dy=2)(p), itemgetter(slice(1, 3))("abcd"))
print(sorted([Point(2, 0), Point(1, 0)], key=attrgetter("x")))
print(attrgetter("a.b", "c"), itemgetter("key"), itemgetter(1, 2), methodcaller("m"), methodcaller("m", 1, k=2))

from collections import namedtuple


class Vec(namedtuple("Vec", "x y")):
    __slots__ = ()

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)


v = Vec(3, 4)
print(v, v.norm, v + Vec(1, 1), v._replace(x=0), isinstance(v, tuple), {v: 1}[(3, 4)])
match v:
    case Vec(x=3, y=y):
        print("matched", y)
print(sorted([Vec(2, 1), Vec(1, 5)]), max(v), sum(v))

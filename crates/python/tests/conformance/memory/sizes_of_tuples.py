import sys
from collections import namedtuple

size = sys.getsizeof
print([size(tuple(range(n))) for n in range(5)], size((1, 2)), size((1,) * 5), size((1, 2) + (3,)), size(tuple('abc')))
Point = namedtuple('Point', 'x y')
print(size(Point(1, 2)), size(tuple(Point(1, 2))), size(Point(1, 2)[:1]))


class T(tuple):
    pass


class S(tuple):
    __slots__ = ()


print([size(T(range(n))) for n in range(4)], [size(S(range(n))) for n in range(4)], size(sys.version_info), size(divmod(7, 2)))
print(size(slice(1)), size(range(5)), size(range(10 ** 30)), size(slice(None, None, None)))

# A name in __slots__ is held by the tuple, by the class and by the descriptor.
from sys import getrefcount


def count(text):
    number = getrefcount(text)
    return 'immortal' if number > 1 << 30 else number


class Point:
    __slots__ = ('abscissa', 'ordinate')


print([count(name) for name in Point.__slots__])
point = Point()
point.abscissa = 1
print([count(name) for name in ('abscissa', 'ordinate')])
print(count(Point.__dict__['ordinate'].__name__), Point.__slots__[1] is Point.__dict__['ordinate'].__name__)

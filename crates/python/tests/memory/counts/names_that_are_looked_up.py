# The cache of attributes keeps the names it was asked for.
from sys import getrefcount as count


class Box:
    found_on_class = 1


box = Box()
box.found_on_class
Box.found_on_class
name = 'missing' + str(len('ab'))
print(count(name))
print(hasattr(box, name), count(name))
print(hasattr(box, name), count(name))
print(getattr(box, name, None), hasattr(Box, name), count(name))
setattr(box, name, 1)
print(getattr(box, name), count(name))
other = 'found_on' + '_class' * len('a')
print(getattr(box, other), getattr(Box, other), count(other))
long = 'very' * 30
print(hasattr(box, long), count(long))

# setattr interns its name, getattr does not; a class made by type() keeps its name as it is.
import sys


class Box:
    pass


def immortal(text):
    return sys.getrefcount(text) > 1 << 30


box = Box()
name = 'attribute' + str(len('xyz'))
print(hasattr(box, name), sys.intern('attribute' + str(3)) is name)
twin = 'attri' + 'bute' * 1 + str(4)
setattr(Box, twin, 1)
print(list(Box.__dict__)[-1] is twin, sys.intern('attribute' + str(4)) is twin, immortal(twin))
key = 'keyw' + str(5)
print(list((lambda **kw: kw)(**{key: 1}))[0] is key, immortal(key))

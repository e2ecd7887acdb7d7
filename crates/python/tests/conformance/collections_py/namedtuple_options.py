from collections import namedtuple

P = namedtuple("P", ["a", "b", "c"], defaults=[2, 3])
print(P(1), P._field_defaults, P(1, c=9))
print(namedtuple("R", "x def x _y", rename=True)._fields, namedtuple("E", "")(), namedtuple("M", "a", module="m").__module__)
for args in (("a b", "x"), ("X", "a a"), ("X", "_a"), ("X", "class"), ("def", "a"), ("X", "a-b")):
    try:
        namedtuple(*args)
    except ValueError as error:
        print(error)
try:
    namedtuple("X", "a", defaults=[1, 2])
except TypeError as error:
    print(error)

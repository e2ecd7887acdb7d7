# The name of a builtin type is made at each access; that of a class is kept.
import sys


class Own:
    pass


print(str.__name__ is str.__name__, str.__qualname__ is str.__qualname__)
print(Own.__name__ is Own.__name__, Own.__qualname__ is Own.__qualname__)
name = type(3).__name__
names = [float.__name__, Own.__name__]
print(sys.getrefcount(name), sys.getrefcount(names[0]))
try:
    class Code(Exception):
        def __init__(self, code):
            super().__init__(code)

    raise Code(type("text").__name__)
except Code as error:
    print(error)

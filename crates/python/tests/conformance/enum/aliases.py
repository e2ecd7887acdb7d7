from enum import Enum, unique


class Shape(Enum):
    SQUARE = 2
    DIAMOND = 1
    ALIAS = 2


print(Shape.ALIAS, Shape.ALIAS is Shape.SQUARE, list(Shape), Shape["ALIAS"], Shape(2).name)
print(list(Shape.__members__.items()))
print([name for name, m in Shape.__members__.items() if m.name != name])
try:
    unique(Shape)
except ValueError as error:
    print(error)

from enum import Enum


class Color(Enum):
    RED = 1


for wrong in ('Color(7)', 'Color["X"]', 'Color.X', 'Color.RED < Color.RED', 'Color.RED.value.x', 'Color()'):
    try:
        eval(wrong)
    except Exception as error:
        print(type(error).__name__, error)
for change in ("Color.RED = 2", "del Color.RED", "Color.RED.value = 3", "Color.RED.name = 3"):
    try:
        exec(change)
    except AttributeError as error:
        print(error)

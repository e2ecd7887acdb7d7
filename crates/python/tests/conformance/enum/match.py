from enum import Enum


class Light(Enum):
    RED = 1
    GREEN = 2


def act(light):
    match light:
        case Light.RED:
            return "stop"
        case Light.GREEN:
            return "go"
        case _:
            return "?"


print([act(x) for x in (Light.RED, Light.GREEN, 1)])

from enum import Enum


class Planet(Enum):
    EARTH = (6, 2)
    MARS = (1, 1)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return self.mass / self.radius ** 2

    def describe(self):
        return f"{self.name.title()} {self.gravity}"

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)

    @staticmethod
    def unit():
        return "kg"


print(Planet.EARTH, Planet.EARTH.value, Planet.MARS.describe(), Planet.heaviest(), Planet.unit())
print(Planet((1, 1)), Planet.EARTH.radius, vars(Planet.MARS)["mass"])

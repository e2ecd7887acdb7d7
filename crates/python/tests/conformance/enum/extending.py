from enum import Enum


class Base(Enum):
    def shout(self):
        return self.name + "!"


class E(Base):
    A = 1


print(E.A.shout(), E.__mro__)
try:
    class More(E):
        B = 2
except TypeError as error:
    print(error)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)
try:
    class Wrong(Enum, int):
        A = 1
except TypeError as error:
    print(error)

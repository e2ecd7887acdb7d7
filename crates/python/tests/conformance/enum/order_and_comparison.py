from enum import Enum
from functools import total_ordering


@total_ordering
class Grade(Enum):
    A = 5
    B = 4

    def __lt__(self, other):
        if self.__class__ is other.__class__:
            return self.value < other.value
        return NotImplemented


print(Grade.A > Grade.B, sorted(Grade), max(Grade), Grade.A >= Grade.A)
try:
    Grade.A < 3
except TypeError as error:
    print(error)

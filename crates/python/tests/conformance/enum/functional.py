from enum import Enum, IntEnum

Animal = Enum("Animal", "CAT DOG, BIRD")
print(list(Animal), Animal.__module__, Animal)
print(list(Enum("Pairs", [("X", 10), ("Y", 20)])), list(Enum("Dict", {"P": "p"})), list(Enum("Names", ["a", "b"], start=0)))
print(list(IntEnum("Ints", "A B", start=5)), list(Enum("Typed", "A B", type=str)))
try:
    Enum("Nothing")
except TypeError as error:
    print(error)

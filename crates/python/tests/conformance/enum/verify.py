from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, verify

cases = [
    (UNIQUE, Enum("U", {"A": 1, "B": 1})),
    (CONTINUOUS, IntEnum("C", {"A": 1, "B": 5})),
    (NAMED_FLAGS, Flag("N", {"A": 1, "B": 2, "C": 15})),
    (UNIQUE, Enum("Ok", "A B")),
]
for check, e in cases:
    try:
        print(verify(check)(e))
    except ValueError as error:
        print(error)

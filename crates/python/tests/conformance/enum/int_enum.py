from enum import IntEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 3


print(Level.LOW, repr(Level.LOW), f"{Level.HIGH}", "%d %s" % (Level.LOW, Level.LOW), str(Level.HIGH))
print(Level.LOW < Level.HIGH, Level.HIGH + 1, Level.LOW == 1, sorted([Level.HIGH, Level.LOW]), max(Level))
print("abcd"[Level.HIGH], isinstance(Level.LOW, int), Level(3) is Level.HIGH, hash(Level.LOW) == hash("LOW"))
print(Level.LOW * 2, -Level.HIGH, Level.LOW.real, (Level.HIGH).bit_length())

from dataclasses import FrozenInstanceError, dataclass


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


a, b = Version(1, 2), Version(1, 10)
print(a < b, max(a, b), sorted([b, a]), hash(a) == hash((1, 2)), {a: 1}[Version(1, 2)])
for change in ("a.major = 2", "del a.minor", "a.other = 1"):
    try:
        exec(change)
    except FrozenInstanceError as error:
        print(repr(error))
try:
    a < (1, 2)
except TypeError as error:
    print(error)

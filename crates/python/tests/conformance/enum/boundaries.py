from enum import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary

for boundary in (STRICT, CONFORM, EJECT, KEEP):
    F = Flag("F", {"A": 1, "B": 4}, boundary=boundary)
    try:
        print(boundary.name, repr(F(7)), repr(~F.A))
    except ValueError as error:
        print(boundary.name, error)
print(list(FlagBoundary), STRICT)

from enum import Flag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print([p.value for p in Perm], list(Perm), Perm.RW, repr(Perm.RW))
both = Perm.R | Perm.X
print(both, repr(both), list(both), both.value, both.name, len(both), Perm.R in both, Perm.W in both)
print(~Perm.R, Perm.RW & Perm.W, Perm.RW ^ Perm.R, Perm(0), repr(Perm(0)), bool(Perm(0)), Perm(7))
for wrong in ("Perm(8)", "Perm('x')", "Perm.R | 1", "1 in Perm.R"):
    try:
        print(eval(wrong))
    except Exception as error:
        print(type(error).__name__, error)

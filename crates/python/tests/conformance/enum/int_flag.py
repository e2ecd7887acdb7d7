from enum import IntFlag


class P(IntFlag):
    R = 4
    W = 2
    X = 1


print(P.R | P.W, repr(P.R | P.W), P.R + P.W, repr(P.R | 1), repr(P(8)), repr(P(9)))
print(repr(~P.R), P.R == 4, repr(P.R & 6), repr(P(0)), f"{P.R}", list(P(5)), P(7).name, P(16).name)

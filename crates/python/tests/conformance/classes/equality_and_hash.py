class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        if not isinstance(other, P):
            return NotImplemented
        return self.x == other.x


print(P(1) == P(1), P(1) != P(1), P(1) == 1, P(1) != 1, P.__hash__)
for attempt in (lambda: hash(P(1)), lambda: {P(1)}, lambda: {P(1): 2}):
    try:
        attempt()
    except TypeError as e:
        print(e)


class Q(P):
    def __hash__(self):
        return hash(self.x)


print(len({Q(1), Q(1), Q(2)}), {Q(1): "v"}[Q(1)], Q(1) in [P(1)])


class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h


print(hash(H(2**70)) == hash(2**70), hash(H(-1)), hash(H(True)))
for h in ("x", 1.0, None):
    try:
        hash(H(h))
    except TypeError as e:
        print(e)

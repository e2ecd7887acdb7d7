class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y


p = P(1)
print(p.x, P.x.__name__, type(P.x).__name__, P.__slots__, hasattr(p, "__dict__"))
for attempt in (lambda: p.y, lambda: setattr(p, "z", 1), lambda: p.z, lambda: delattr(p, "y"), lambda: p.__dict__, lambda: P.x.__get__(5)):
    try:
        attempt()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
del p.x
print(hasattr(p, "x"))


class Q(P): pass


q = Q(1, 2)
q.z = 3
print(q.__dict__, q.x, q.y)


class R(P):
    __slots__ = ["z"]


r = R(1)
r.z = 5
print(r.z, r.x)
try:
    r.w = 1
except AttributeError as e:
    print(e)

class C:
    def m(self, x=0):
        return self.n + x

    def __init__(self, n):
        self.n = n


c = C(1)
m = c.m
print(m(2), m.__self__ is c, m.__func__ is C.m, m.__name__, m.__qualname__)
print(c.m == c.m, c.m is c.m, C(1).m == c.m, hash(c.m) == hash(c.m))
c.m2 = m
print(c.m2(5))
C.extra = lambda self: "added"
print(c.extra())
c.own = lambda: "own"
print(c.own())
try:
    m.x = 1
except AttributeError as e:
    print(e)
print(C.m(c, 3), list(map(c.m, [1, 2])))
C.m.note = "x"
print(m.note)

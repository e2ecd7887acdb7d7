import types


class Counter:
    def __init__(self):
        self.n = 0


def bump(self, by=1):
    self.n += by
    return self.n


c = Counter()
c.bump = types.MethodType(bump, c)
print(c.bump(), c.bump(5), c.bump.__self__ is c, c.bump.__func__ is bump)
other = types.FunctionType(bump.__code__, {}, "other", (10,))
print(other(c), other.__name__, other.__defaults__)
m = types.ModuleType("made", "by hand")
m.x = 3
print(m, m.__doc__, m.x)

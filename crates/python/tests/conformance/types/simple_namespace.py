from types import SimpleNamespace

ns = SimpleNamespace(x=1, name="n")
print(ns, ns.x, vars(ns))
ns.y = [ns]
print(ns)
del ns.y
print(ns == SimpleNamespace(name="n", x=1), ns != SimpleNamespace())
try:
    hash(ns)
except TypeError as error:
    print(error)


class Point(SimpleNamespace):
    def norm(self):
        return self.x ** 2 + self.y ** 2


p = Point(x=3, y=4)
print(p, p.norm(), isinstance(p, SimpleNamespace))
try:
    ns.missing
except AttributeError as error:
    print(error)

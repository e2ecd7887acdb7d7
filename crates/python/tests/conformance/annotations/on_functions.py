def f(x: 1 + 1, y: "a" "b" = 3) -> [1, 2]: ...


print(f.__annotations__, f(0))
f.__annotations__["z"] = 5
print(f.__annotations__)
f.__annotations__ = {}
print(f.__annotations__)
try:
    f.__annotations__ = 5
except TypeError as e:
    print(e)
del f.__annotations__
print(f.__annotations__)
g = lambda x: x
print(g.__annotations__)


class C:
    def m(self, a: "C") -> "C": return self
    x: int


print(C.m.__annotations__, C().m(1).__class__.__name__)
class D(C): pass
print(D.__annotations__, C.__annotations__)
print(type.__annotations__ if hasattr(type, "__annotations__") and False else "skipped")

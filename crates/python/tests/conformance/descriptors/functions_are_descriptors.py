def f(self, x): return self, x


class C: pass


c = C()
bound = f.__get__(c, C)
print(bound(1)[1], bound.__self__ is c, f.__get__(None, C) is f)
print(f.__get__(5)(6))
C.f = f
print(c.f(2)[1], C.f is f, C.__dict__["f"] is f)
C.g = len
try:
    print(c.g([1]))
    c.g()
except TypeError as e:
    print(e)
print(str.upper.__get__("abc")(), type(str.upper).__name__, type("".upper).__name__)
for attempt in (lambda: str.upper(5), lambda: str.upper(), lambda: f.__get__(), lambda: list.append({}, 1), lambda: int.__add__("a", 1)):
    try:
        attempt()
    except TypeError as e:
        print(e)
# conformance: not yet as 3.14, 3.15

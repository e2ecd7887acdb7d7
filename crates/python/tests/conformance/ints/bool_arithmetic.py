print(True + True, True * 3, -True, ~False, True / 2, True // 1, True % 1, True ** 2, True << 3)
print(True & False, True | False, True ^ True, True & 3, 2 | True, type(True & True), type(True & 1))
print(bool("False"), bool(0.0), bool([]), bool([0]), bool(""), bool(" "), bool(None), bool(()), bool(0j), bool(range(0)), bool(object()))
print(int(True), float(False), str(True), repr(False), complex(True), f"{True:d}", "%d" % True)
print(True == 1.0, hash(True), {True: "a", 1: "b", 1.0: "c"}, [1, True, 2].count(1), sorted([True, 0, 2, False]))
print(isinstance(True, int), issubclass(bool, int), bool.__mro__)
try:
    class MyBool(bool): pass
except TypeError as e:
    print(e)
print(not 1, not [], not not "x", True and 5, False or [])
# conformance: not yet as 3.14, 3.15

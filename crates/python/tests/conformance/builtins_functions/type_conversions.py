print(int("42"), int(3.9), int(-3.9), int("ff", 16), int(True), float("3.5"), float(2), str(3.0), str(None), list("ab"), tuple([1]), set([1, 1]), dict(a=1), bool([]), bytes([65]), complex(1, 2), frozenset("a"))
print(list({"a": 1}), list(range(3)), tuple("ab"), dict([("k", "v")]), set("aab") == {"a", "b"}, list(zip("ab", "cd")), str(b"x"), bytes("x", "ascii"), bytearray(2), str([1, "2"]), repr("x"), ascii("é"), int("١٢"), float("  1.5\n"))
for f in (lambda: int("1.5"), lambda: int(""), lambda: int(None), lambda: int([]), lambda: int("12", 1), lambda: int("9", 8), lambda: int(1.5, 10), lambda: float("x"), lambda: float(None), lambda: float([]), lambda: list(5), lambda: tuple(None), lambda: set(1), lambda: dict([1]), lambda: dict("ab"), lambda: dict(["ab"]), lambda: bytes("x"), lambda: str(b"\xff", "ascii"), lambda: complex("a"), lambda: complex(None), lambda: int("1" * 10, 2), lambda: float("1e999"), lambda: int(float("inf")), lambda: bytearray("x"), lambda: bool(1, 2), lambda: frozenset(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

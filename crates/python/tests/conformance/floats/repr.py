for x in (0.1, 0.1 + 0.2, 1 / 3, 1e15, 1e16, 123456789012345678.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 100.0, -0.0, 1e22, 1e23, 2.5, 0.30000000000000004, 1.0e+5, 3.0e-10, 9007199254740993.0, 1e100, 4.35, 2 / 3 * 1e10):
    print(repr(x), str(x), x.hex(), x.is_integer(), x.as_integer_ratio() if abs(x) > 1e-9 and abs(x) < 1e17 else "...")
print(float("inf"), -float("inf"), float("nan"), 1e309, -1e309, float("1_0.5"), float(" 2 "), float("+1e-3"), float(".5"), float("5."), float("Infinity"), float("-NaN"))
for text in ("", "abc", "1.2.3", "1e", "0x1", "1__0", "--1", "infin", "1 2", "e5"):
    try:
        print(float(text))
    except ValueError as e:
        print(e)
print(float.fromhex("0x1.8p+1"), float.fromhex("-0x1p-2"), float.fromhex("inf"))

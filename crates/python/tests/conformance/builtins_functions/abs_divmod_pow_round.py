print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), abs(-0.0), abs(-10 ** 30), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(-7, -3), pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(2.0, 3), pow(-2, 3), pow(3, -1, 11), pow(0, 0), pow(2, 0.5))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5, -1), round(15, -1), round(True), round(0.5), round(1.5), round(1e20), round(-0.4), round(3.14159, 3), round(2, 5))
print(bin(10), bin(-10), oct(8), hex(255), hex(-1), chr(65), ord("A"), int("0b11", 0), int("z", 36), float("1e3"), complex("1+2j"), bool("x"))
for f in (lambda: abs("x"), lambda: abs(None), lambda: divmod(1, 0), lambda: divmod("a", 1), lambda: pow("a", 2), lambda: pow(2, 2, 0), lambda: pow(2.0, 2, 3), lambda: pow(2, -1, 4), lambda: round("x"), lambda: round(1, "x"), lambda: bin(1.5), lambda: hex("a"), lambda: oct(None), lambda: pow(2, "x"), lambda: divmod(1), lambda: pow(0, -1), lambda: round(), lambda: abs(1, 2), lambda: pow(2, 3, None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

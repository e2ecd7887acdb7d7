for text in ("5", " 42 ", "-7", "+3", "1_000", "0x1f", "0b11", "0o17", "077", "", " ", "abc", "1.5", "--5", "1__0", "_1", "1_", "٣", "5\n", "1 2", "0_0", "+", "1e5"):
    row = []
    for base in (10, 0, 16):
        try:
            row.append(int(text, base))
        except ValueError as e:
            row.append(str(e))
    print(repr(text), row)
for args in (("z", 36), ("z", 35), ("1", 1), ("1", 37), ("1", -1), (5, 10), ("1", "2"), (None,), ([],), (b"12",), (bytearray(b"3"), 10), (1.9,), (-1.9,), ("1" * 30,), (True,), ("1", 2.0)):
    try:
        print(int(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

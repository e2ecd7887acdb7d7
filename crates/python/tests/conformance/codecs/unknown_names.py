def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)

show(lambda: "é".encode("nope"))
show(lambda: b"a".decode("nope"))
show(lambda: "é".encode("ascii", "nope"))
show(lambda: "a".encode("ascii", "nope"))
show(lambda: b"\xff".decode("ascii", "nope"))
show(lambda: str(b"\xff", "utf-8", "ignore"))
show(lambda: bytes("é", "ascii", "replace"))
show(lambda: "x".encode(3))

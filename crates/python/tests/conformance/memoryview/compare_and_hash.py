def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)

a = memoryview(b"ab")
print(a == b"ab", a == bytearray(b"ab"), a == memoryview(bytearray(b"ab")), a == "ab", a != b"b")
print(hash(a) == hash(b"ab"))
show(lambda: hash(memoryview(bytearray(b"ab"))))
show(lambda: a < b"b")
h = memoryview(b"\x01\x00\x02\x00").cast("H")
print(h == memoryview(b"\x01\x02"), h == h, h == memoryview(b"\x01\x00\x02\x00"))
print(a.hex(), memoryview(b"abcd").hex(":", 2), {a: 1}[b"ab"])

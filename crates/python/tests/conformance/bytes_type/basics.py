b = b"hello\x00\xff\n\t'\""
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]), b"a" + b"b", b"ab" * 3, b"ell" in b, 104 in b, b"" in b)
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"copy"), bytes(range(3)), bytes(), bytes.fromhex("48 65 6c"), b"\xab\xcd".hex(), b"\xab\xcd\xef".hex(":"), b"\xab\xcd\xef\x01".hex("-", 2))
print(b"abc" < b"abd", b"abc" == b"abc", b"abc" == "abc", hash(b"a") == hash(b"a"), b"a" != bytearray(b"a"), sorted([b"b", b"a"]))
for f in (lambda: bytes("s"), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(["a"]), lambda: bytes(-1), lambda: bytes(1.5), lambda: b"a" + "b", lambda: b"a"[5], lambda: bytes.fromhex("4"), lambda: bytes.fromhex("zz"),
          lambda: "a" in b"a", lambda: 300 in b"a", lambda: bytes(None), lambda: b"a" < "a", lambda: bytes("a", "nope"), lambda: setattr(b, "x", 1), lambda: b"%d" % "x", lambda: bytes([1], "utf-8"), lambda: bytes(encoding="utf-8")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
# conformance: not yet as 3.14, 3.15

# Which makings of a bytes of one byte give the shared one.
def same(make):
    return make() is make()


print(same(lambda: bytes(1)), same(lambda: (65).to_bytes(1)))
print(same(lambda: bytes([65])), same(lambda: bytes((65,))), same(lambda: bytes({65})))
print(same(lambda: bytes(bytearray(b"a"))), same(lambda: bytes(memoryview(b"a"))))
print(same(lambda: bytes.fromhex("41")), same(lambda: bytes("a", "ascii")), same(lambda: "a".encode()))

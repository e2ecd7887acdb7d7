for a, b in ((6, 3), (-6, 3), (6, -3), (-6, -3), (10 ** 20, 12345), (-(2 ** 70), 2 ** 69 + 1)):
    print(a & b, a | b, a ^ b, ~a)
print(1 << 70, -1 << 70, 2 ** 80 >> 75, -(2 ** 80) >> 75, -1 >> 1000, 5 >> 1000, 0 << 5, 1 << 0)
print(bin(-5), hex(-255), oct(64), bin(0), hex(2 ** 70), bin(True))
x = 0b1100
x |= 1; x &= ~4; x ^= 0xF0; x <<= 2; x >>= 1
print(x, x.bit_count())
print((3).to_bytes(2, "big"), (-3).to_bytes(2, "little", signed=True), int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), (5).to_bytes())
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(-1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes("ab", "big"), lambda: 1.5 & 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

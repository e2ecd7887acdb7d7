b = bytearray(b"abcdef")
v = memoryview(b)
print(v[0], v[-1], bytes(v[1:3]), len(v), v.nbytes, v.format, v.itemsize, v.readonly, v.tolist(), v.shape, v.ndim)
v[0] = 65
v[1:3] = b"BC"
print(b, v == b"ABCdef", bytes(v[::2]), v[1:4].tobytes(), v.obj is b, 65 in v, list(v[:2]))
r = memoryview(b"xyz")
for f in (lambda: r.__setitem__(0, 1), lambda: v.__setitem__(0, 300), lambda: v.__setitem__(slice(0, 2), b"abc"), lambda: v[100], lambda: memoryview("s"), lambda: v["x"], lambda: hash(v), lambda: v.__delitem__(0), lambda: memoryview([1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(hash(r) == hash(b"xyz"))
with memoryview(b) as m:
    print(m[0])
try:
    m[0]
except ValueError as e:
    print(e)
print(v.hex(), bytes(reversed(v)), v.readonly, r.readonly)

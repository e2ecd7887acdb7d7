def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b"abcdefgh")
m = memoryview(b)
print(bytes(m[2:5]), m[::2].tobytes(), m[::-1].tolist(), m[1:7][::2][1:].tobytes())
def put(index, value):
    m[index] = value
    return b
show(lambda: put(slice(1, 3), b"XY"))
show(lambda: put(slice(1, 3), b"XYZ"))
show(lambda: put(slice(0, 8, 2), b"1234"))
show(lambda: put(0, 256))
show(lambda: m[100])
show(lambda: m["a"])
show(lambda: list(m)[:3])
show(lambda: 98 in m)

def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(8)
h = memoryview(b).cast("H")
h[0] = 513
h[-1] = 65535
print(b, h.tolist())
def put(view, index, value):
    view[index] = value
    return b
show(lambda: put(h, 0, 65536))
show(lambda: put(h, 0, -1))
show(lambda: put(h, 0, "a"))
show(lambda: put(h, slice(0, 2), b"abcd"))
show(lambda: put(h, slice(0, 2), memoryview(b"abcd").cast("H")))
d = memoryview(b).cast("d")
d[0] = 1.5
print(b, d[0], list(d))
i = memoryview(b).cast("b")
show(lambda: put(i, 1, -128))
show(lambda: put(i, 1, 128))
q = memoryview(b).cast("?")
show(lambda: put(q, 0, []))

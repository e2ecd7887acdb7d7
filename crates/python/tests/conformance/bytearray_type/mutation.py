b = bytearray(b"hello")
b[0] = 72
b[1:3] = b"EY"
b.append(33)
b.extend(b"!?")
b += b"x"
b.insert(0, 62)
print(b, len(b), b.pop(), b.pop(0), b, b[::2])
del b[0], b[-2:]
b.remove(76 if 76 in b else 108)
b.reverse()
print(b, b * 2, b + b"z", type(b + b"z"), type(b"z" + b), b == b"".join([bytes(b)]))
b *= 2
c = b.copy()
c.clear()
print(b, c, b.upper(), b.find(b"Y"), bytes(b), b.hex())
b[::2] = bytes(len(b[::2]))
print(b)
for f in (lambda: b.append(256), lambda: b.append("a"), lambda: b.__setitem__(0, 300), lambda: b.__setitem__(100, 1), lambda: b.pop(100), lambda: bytearray().pop(), lambda: b.remove(200), lambda: hash(b), lambda: b.__setitem__(slice(0, 4, 2), b"abc"),
          lambda: b.__setitem__(0, "x"), lambda: b.extend("abc"), lambda: b.__setitem__(slice(0, 1), "x"), lambda: bytearray("x"), lambda: b + "x", lambda: b.insert(0, -1), lambda: {b: 1}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
b = bytearray(b"abc")
v = memoryview(b)
try:
    b.append(1)
except BufferError as e:
    print(e)
v.release()
b.append(100)
print(b)

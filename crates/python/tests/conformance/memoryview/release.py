def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b"xyz")
with memoryview(b) as m:
    show(lambda: b.append(1))
    print(m[0])
show(lambda: m[0])
show(lambda: len(m))
show(lambda: m == m)
print(m.release())
b.append(1)
print(b)
part = memoryview(b)[1:]
show(lambda: b.clear())
del part
b.clear()
print(b)

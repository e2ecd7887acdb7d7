import io

b = io.BytesIO(b"xyz\nline")
print(b.read(2), b.getvalue(), b.seek(0), b.readline(), b.tell(), b.read1(2))
array = bytearray(4)
print(b.readinto(array), array, b.seek(-1, 2), b.read(), b.read())
print(b.seek(0), b.write(b"AB"), b.getvalue(), b.readlines(), b.readable(), b.writable(), b.seekable())
with b as same:
    print(same is b)
print(b.closed)
try:
    io.BytesIO().write("text")
except TypeError as e:
    print(e)

import sys

b = bytearray(b'x' * 100)
print(sys.getsizeof(b))
b.extend(b'y' * 10)
print(sys.getsizeof(b))
del b[60:]
print(sys.getsizeof(b))
del b[:40]
print(sys.getsizeof(b), len(b))
b.clear()
print(sys.getsizeof(b))
print(sys.getsizeof(bytearray(10)), sys.getsizeof(bytearray(range(10))), sys.getsizeof(bytearray(b'abc') * 2))

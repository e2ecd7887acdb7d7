import sys

print([sys.getsizeof(bytearray(n)) for n in range(6)], sys.getsizeof(bytearray(b"abc")), sys.getsizeof(b"abc"))

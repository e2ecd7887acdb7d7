import sys

print([sys.getsizeof(b'a' * n) for n in (0, 1, 2, 10, 1000)])
print(sys.getsizeof(bytearray()), bytearray().__sizeof__())
b = bytearray()
sizes = []
for i in range(20):
    sizes.append(sys.getsizeof(b))
    b.append(i)
print(sizes)

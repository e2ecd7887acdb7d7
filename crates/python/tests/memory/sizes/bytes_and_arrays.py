import sys

size = sys.getsizeof
print([size(b'a' * n) for n in (0, 1, 2, 10)], size(bytes(5)), size(bytes([1, 2])), size(memoryview(b'abc')))
a = bytearray()
sizes = []
for i in range(40): a.append(i); sizes.append(size(a))
print(sizes)
while a: a.pop()
print(size(a))
a.extend(bytes(10))
print(size(a), size(a[:3]), size(a * 2), size(a + a), size(bytearray(7)), size(bytearray(b'abc')))

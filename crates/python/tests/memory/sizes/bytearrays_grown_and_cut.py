import sys

b = bytearray(b'abc')
sizes = [b.__alloc__()]
for i in range(40):
    b.append(i)
    sizes.append(b.__alloc__())
print(sizes)
sizes = []
while b:
    del b[-4:]
    sizes.append(b.__alloc__())
print(sizes, sys.getsizeof(b), b.__sizeof__())
b.extend(range(30))
del b[:10]
b += b'x' * 20
print(b.__alloc__(), len(b))

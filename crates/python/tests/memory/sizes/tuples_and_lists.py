import sys

for n in range(5):
    print(sys.getsizeof(tuple(range(n))), sys.getsizeof([0] * n), sys.getsizeof(list(range(n))))


class T(tuple):
    pass


print(sys.getsizeof(T()), sys.getsizeof(T((1, 2))), sys.getsizeof(sys.version_info) > 0)
grown = []
sizes = []
for i in range(40):
    grown.append(i)
    sizes.append(sys.getsizeof(grown))
print(sizes)

import sys

print([sys.getsizeof(n) for n in (0, 1, -1, 2 ** 30 - 1, 2 ** 30, -2 ** 30, 2 ** 60 - 1, 2 ** 60, 10 ** 100)])
print(sys.getsizeof(True), sys.getsizeof(False), (5).__sizeof__(), (2 ** 100).__sizeof__())

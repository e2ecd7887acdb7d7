import sys

a, b, c = 1, 2, 3
print(sys.getsizeof([]), sys.getsizeof([a]), sys.getsizeof([a, b]), sys.getsizeof([a, b, c]))
print(sys.getsizeof([1, 2]), sys.getsizeof([1, 2, 3]), sys.getsizeof([1, 2, 3, 4]), sys.getsizeof([1, 2, 3, 4, 5]))
print([sys.getsizeof(list(range(n))) for n in range(8)])
print([sys.getsizeof([0] * n) for n in range(6)])
print([sys.getsizeof([i for i in range(n)]) for n in range(10)])
print([sys.getsizeof(list('x' * n)) for n in range(6)], sys.getsizeof(list(iter('abc'))))

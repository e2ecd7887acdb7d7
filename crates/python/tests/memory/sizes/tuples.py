import sys

print([sys.getsizeof(tuple(range(n))) for n in range(6)])
print(sys.getsizeof(()), sys.getsizeof((1, 2)), (1, 2).__sizeof__())

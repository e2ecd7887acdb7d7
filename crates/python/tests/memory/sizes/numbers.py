import sys

print(sys.getsizeof(1.5), sys.getsizeof(1j), sys.getsizeof(float('inf')), sys.getsizeof(None))
print(sys.getsizeof(...), sys.getsizeof(NotImplemented), sys.getsizeof(object()))

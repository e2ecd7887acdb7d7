import sys

print(sys.getsizeof(range(1)), sys.getsizeof(range(10 ** 50)), sys.getsizeof(slice(1)), sys.getsizeof(slice(1, 2, 3)))
print(sys.getsizeof(property()), sys.getsizeof(memoryview(b'abc')), sys.getsizeof(sys), sys.getsizeof(list[int]))
print(sys.getsizeof(int | str), sys.getsizeof(staticmethod(len)), sys.getsizeof(classmethod(len)))

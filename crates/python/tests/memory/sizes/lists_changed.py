import sys

x = [1, 2, 3, 4, 5, 6, 7]
print(sys.getsizeof(x), sys.getsizeof(x[1:4]), sys.getsizeof(x + [8]), sys.getsizeof(x * 2), sys.getsizeof(x.copy()))
x.extend([8, 9])
print(sys.getsizeof(x))
x += (10, 11, 12)
print(sys.getsizeof(x))
x[2:3] = 'abcdefgh'
print(sys.getsizeof(x))
del x[3:]
print(sys.getsizeof(x))
x.insert(0, 0)
print(sys.getsizeof(x))
x[:] = []
print(sys.getsizeof(x))
x.extend(i for i in range(10))
print(sys.getsizeof(x), sys.getsizeof(sorted(x)), sys.getsizeof([*x, 1]))
x.clear()
print(sys.getsizeof(x))

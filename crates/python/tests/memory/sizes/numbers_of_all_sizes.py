import sys

size = sys.getsizeof
print([size(2 ** n) for n in (0, 29, 30, 31, 59, 60, 61, 89, 90, 300)], [size(-2 ** n) for n in (30, 60)])
print([size(2 ** n - 1) for n in (0, 30, 31, 60, 90)], size(0), size(-0), size(True), size(False))
print(size(1.5), size(1j), size(int('9' * 50)), size(10 ** 9 * 10 ** 9), size(10 ** 30 // 10 ** 20), size(10 ** 30 - 10 ** 30))
x = 10 ** 40
x -= 10 ** 40 - 7
print(size(x), size(1 << 100 >> 90), size(2 ** 64 & 255), size(int(1e20)), size(-(2 ** 30)), size(~2 ** 30))
print(size(None), size(...), size(NotImplemented), size(object()))

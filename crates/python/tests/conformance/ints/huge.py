n = 3 ** 500
print(n, len(str(n)), n % 10 ** 9, n // 3 ** 499)
f = 1
for i in range(1, 101):
    f *= i
print(f)
print(f // 10 ** 150, f % (10 ** 9 + 7), pow(3, 1000, 10 ** 9 + 7), pow(3, -1, 7), pow(-2, 5, 7), pow(2, 0, 1), pow(5, 3, -7))
print(int("9" * 100) + 1, -int("9" * 50), hash(10 ** 100), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61))
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
print(a)
print(10 ** 100 == 1e100, 10 ** 15 == 1e15, 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 400 > 1e308, -10 ** 400 < float("-inf"), 10 ** 400 < float("inf"))
for f in (lambda: int("1" * 5000), lambda: str(10 ** 5000), lambda: float(10 ** 309), lambda: 10 ** 400 / 10 ** 399, lambda: 1e308 * 10 ** 400, lambda: 10 ** 400 * 1.0):
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)

for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (1e308, 10), (0.1, 3), (5.0, 0.3), (-5.0, 0.3), (1.0, float("inf")), (-1.0, float("inf")), (float("inf"), 2)):
    print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(2.0 ** 0.5, (-8.0) ** (1 / 3), 0.0 ** 0, 2.0 ** -1, float("inf") ** 0, float("nan") ** 0, 1.0 ** float("nan"), (-1) ** 0.5)
inf, nan = float("inf"), float("nan")
print(inf - inf, inf * 0, nan == nan, nan != nan, nan < 1, inf > 10 ** 400, -inf < -10 ** 400, max(nan, 1), max(1, nan), min(nan, 1), sorted([3, nan, 1]))
print(0.1 + 0.2 == 0.3, 0.1 * 3, 1.1 + 2.2, 1e16 + 1, sum([0.1] * 10), -0.0 == 0.0, str(-0.0), 0.0 * -1)
print(hash(0.5), hash(1.0), hash(1e300), hash(inf), hash(-inf), hash(0.0) == hash(-0.0))

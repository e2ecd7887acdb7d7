for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (10 ** 20, 3), (-(10 ** 20), 7), (5, 10 ** 20), (2 ** 64, 2 ** 32), (-1, 10 ** 30)):
    print(a + b, a - b, a * b, a // b, a % b, divmod(a, b), a / b)
print(2 ** 100, (-2) ** 3, 2 ** -2, 0 ** 0, (-8) ** (1 / 3) if False else 8 ** (1 / 3), 10 ** 50 // 10 ** 48, -10 ** 2, (-10) ** 2)
print(7 .__add__(1), (5).bit_length(), (-5).bit_length(), (255).bit_count(), (10 ** 30).bit_length(), (6).conjugate(), (7).numerator, (7).denominator)
print(1_000_000, 0xFF, 0o17, 0b1010, 0XfF, 1_0.0_1, 00)

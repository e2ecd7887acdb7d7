import math
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: divmod(1.0, 0),
          lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 1j / 0, lambda: 0j ** -1, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: 10 ** 400 / 1.0,
          lambda: 2.0 ** 5000, lambda: math.exp(1000), lambda: int(float("inf")), lambda: int(float("nan")), lambda: 1 << -1, lambda: 1 << 10 ** 10 if False else 1 >> -1,
          lambda: float(10 ** 400), lambda: math.sqrt(-1), lambda: math.log(0), lambda: (-8) ** 0.5 and math.factorial(-1), lambda: round(float("nan"))):
    try:
        print(f())
    except (ArithmeticError, ValueError) as e:
        print(type(e).__name__, e)

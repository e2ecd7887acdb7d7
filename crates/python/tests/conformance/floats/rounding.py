import math
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 12345.6789, 1e20, -2.5, 0.05):
    print(x, round(x), round(x, 1), round(x, 2), round(x, -1), int(x), math.floor(x), math.ceil(x), math.trunc(x))
print(round(5), round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(1250, -2), round(5, 2), round(10 ** 20 + 5, -1), round(True))
print(type(round(2.0)), type(round(2.0, 0)), type(round(2.0, None)), round(1e308, -308), round(1.5, 400), round(1.5, -400))
for f in (lambda: round("x"), lambda: round(1.5, "x"), lambda: round(float("inf")), lambda: round(float("nan")), lambda: round(1, 1.0), lambda: round(float("inf"), 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, -a, +a, abs(a), a.conjugate(), a.real, a.imag, a == 3 + 4j, a != b)
print(1j, -1j, 0j, complex(0, -0.0), complex(-0.0, 0), 1 + 0j, 1.5j, 1e20j, complex("1+2j"), complex("-j"), complex(" 3 "), complex("1e3-2.5J"), complex(1, 2), complex(1j, 2j), complex())
print(a + 1, 1 + a, a * 2.5, 2 / a, a ** 0, 0j ** 0, 2 ** 1j == complex(2) ** 1j, bool(0j), bool(1j), hash(1 + 0j) == hash(1), hash(a) == hash(3 + 4j))
for f in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: int(a), lambda: float(a), lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: divmod(a, b),
          lambda: round(a), lambda: complex([]), lambda: a / 0, lambda: 0j ** -1, lambda: complex("1+2j+3j"), lambda: math.sqrt(a)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([1j, 2 + 0j], f"{a:.2f} {a:+} {a!r} {complex(1e10, 1e-10)}", "%s" % a, complex("inf"), complex("nan-infj"))
# conformance: not yet as 3.14, 3.15

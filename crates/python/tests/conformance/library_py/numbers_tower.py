from numbers import Complex, Integral, Number, Rational, Real

for value in (True, 3, 2.5, 1j, "s"):
    print(value, [kind.__name__ for kind in (Number, Complex, Real, Rational, Integral) if isinstance(value, kind)])
try:
    Rational()
except TypeError as error:
    print(str(error)[:70])


class Half(Number):
    pass


print(isinstance(Half(), Number), isinstance(Half(), Real))

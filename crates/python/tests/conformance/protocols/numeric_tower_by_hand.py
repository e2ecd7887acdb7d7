class Fraction:
    def __init__(self, n, d=1):
        a, b = abs(n), abs(d)
        while b: a, b = b, a % b
        if d < 0: a = -a
        self.n, self.d = n // a, d // a
    def __repr__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    def _coerce(self, o): return o if isinstance(o, Fraction) else Fraction(o) if isinstance(o, int) else NotImplemented
    def __add__(self, o):
        o = self._coerce(o)
        return o if o is NotImplemented else Fraction(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __mul__(self, o):
        o = self._coerce(o)
        return o if o is NotImplemented else Fraction(self.n * o.n, self.d * o.d)
    __rmul__ = __mul__
    def __neg__(self): return Fraction(-self.n, self.d)
    def __sub__(self, o): return self + -o
    def __rsub__(self, o): return -self + o
    def __eq__(self, o):
        o = self._coerce(o)
        return o if o is NotImplemented else (self.n, self.d) == (o.n, o.d)
    def __lt__(self, o):
        o = self._coerce(o)
        return o if o is NotImplemented else self.n * o.d < o.n * self.d
    def __hash__(self): return hash((self.n, self.d))
    def __bool__(self): return bool(self.n)
    def __float__(self): return self.n / self.d


h, t = Fraction(1, 2), Fraction(2, 6)
print(h + t, h * t, h - t, 1 + h, 3 * t, 1 - h, h == Fraction(2, 4), h != t, h < t, h > t, h < 1, sorted([h, t, Fraction(1, 4)]), sum([h, t]), float(h), bool(Fraction(0)), {h: "half"}[Fraction(3, 6)])
for f in (lambda: h + "x", lambda: 1.5 + h, lambda: h < "x", lambda: h <= t, lambda: h / t, lambda: -h ** 2, lambda: int(h), lambda: round(h), lambda: h == "x", lambda: "x" * h):
    try:
        print(f())
    except TypeError as e:
        print(e)

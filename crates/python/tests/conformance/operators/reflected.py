class N:
    def __init__(self, n): self.n = n
    def __add__(self, o): return f"{self.n}+{o}" if isinstance(o, int) else NotImplemented
    def __radd__(self, o): return f"{o}r+{self.n}"
    def __rsub__(self, o): return f"{o}r-{self.n}"
    def __rmul__(self, o): return "rmul"
    def __rtruediv__(self, o): return "rtruediv"
    def __rfloordiv__(self, o): return "rfloordiv"
    def __rmod__(self, o): return "rmod"
    def __rpow__(self, o): return "rpow"
    def __rlshift__(self, o): return "rlshift"
    def __rrshift__(self, o): return "rrshift"
    def __rand__(self, o): return "rand"
    def __ror__(self, o): return "ror"
    def __rxor__(self, o): return "rxor"
    def __rmatmul__(self, o): return "rmatmul"
    def __rdivmod__(self, o): return "rdivmod"


n = N(5)
print(n + 1, 1 + n, 1 - n, 2 * n, 2 / n, 2 // n, 2 % n, 2 ** n, 2 << n, 2 >> n, 2 & n, 2 | n, 2 ^ n, 2 @ n, divmod(2, n))
print("s" + n, [1] + n, [1] * n, "a%s" % n if False else "", 1.5 + n, None + n)
for attempt in (lambda: n - 1, lambda: n + "x", lambda: n ** 2, lambda: n + n):
    try:
        print(attempt())
    except TypeError as e:
        print(e)

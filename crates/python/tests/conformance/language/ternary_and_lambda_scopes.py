x = 5
f = lambda y=x: (y, x)
x = 6
print(f(), f(1), (lambda: x)(), "big" if x > 5 else "small", (1 if x else 2) if not x else 3)
g = (lambda a: (lambda b: (lambda c: a + b + c)))
print(g(1)(2)(3), [(lambda n: n ** 2)(n) for n in range(4)], (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
h = lambda: (yield 5)
print(next(h()), list(h()))
print((lambda: (x := 10))(), x)
print([f() for f in [lambda i=i: i * 10 for i in range(3)]], max([1, -5, 3], key=lambda v: abs(v)))

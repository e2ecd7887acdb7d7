class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, twice=False): return (self.n + x) * (2 if twice else 1)


a = Adder(1)
print(a(2), a(2, twice=True), callable(a), callable(Adder), callable(1), list(map(a, range(3))))
a.__call__ = lambda x: "never"
print(a(5), a.__call__(5))
one, text, nothing = 1, "s", None
for attempt in (lambda: a(), lambda: one(), lambda: text(), lambda: nothing(), lambda: object()(), lambda: a(1, 2, 3)):
    try:
        attempt()
    except TypeError as e:
        print(e)


class Nested:
    def __call__(self): return self
    depth = 0


n = Nested()
print(n()()() is n)

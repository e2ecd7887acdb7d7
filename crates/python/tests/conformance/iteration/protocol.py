class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration("value")
        self.i += 1
        return self.i


print(list(Count(3)), sum(Count(4)), max(Count(5)), tuple(Count(2)), [*Count(2)], {*Count(3)}, dict.fromkeys(Count(2)))
c = Count(2)
print(next(c), next(c), next(c, "default"))
try:
    next(c)
except StopIteration as e:
    print(repr(e), e.value)
for x in c:
    print("never")
else:
    print("else")
for attempt in (lambda: iter(5), lambda: next(5), lambda: next([1]), lambda: iter(len, 1, 2), lambda: iter(5, 5), lambda: list(5),
                lambda: iter(type("X", (), {"__iter__": lambda s: 5})()), lambda: [*None], lambda: sum(5), lambda: dict(5),
                lambda: iter(type("Y", (), {"__iter__": lambda s: [1]})()), lambda: next()):
    try:
        attempt()
    except TypeError as e:
        print(e)
# conformance: not yet as 3.15

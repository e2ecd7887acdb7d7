it = iter([1, 2, 3])
print(it.__length_hint__())
next(it)
print(it.__length_hint__(), iter(range(5)).__length_hint__(), iter({1: 2}).__length_hint__(), reversed([1, 2]).__length_hint__())


class Hint:
    def __init__(self, h): self.h = h
    def __iter__(self): return iter((1, 2))
    def __length_hint__(self): return self.h


print(list(Hint(10)), list(Hint(NotImplemented)))
for h in (-1, "x", 1.5):
    try:
        print(list(Hint(h)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class BadLen:
    def __iter__(self): return iter(())
    def __len__(self): raise ValueError("len failed")


for f in (list, tuple, set):
    try:
        print(f(BadLen()))
    except ValueError as e:
        print(f.__name__, e)
# conformance: not yet as 3.15

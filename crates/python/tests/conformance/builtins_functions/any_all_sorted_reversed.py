def loud(xs):
    for x in xs:
        print("tested", x, end="; ")
        yield x
print(any(loud([0, 1, 2])), all(loud([1, 0, 2])), any([]), all([]), any([[]]), all([[]]), any("a"), all(["a", ""]))
print(sorted("banana"), sorted({"b": 1, "a": 2}), sorted([3, 1, 2], reverse=True), sorted((x for x in [2, 1])), sorted(["a", "B"], key=str.upper), sorted([(1, "b"), (1, "a")]))
class T:
    def __bool__(self): raise ValueError("no truth")
for f in (lambda: any([0, T()]), lambda: all([1, T()]), lambda: any([1, T()]), lambda: all([0, T()]), lambda: any(5), lambda: all(None), lambda: bool(T()), lambda: not T(), lambda: [1 for _ in "a" if T()], lambda: T() or 1, lambda: T() if T() else 0):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

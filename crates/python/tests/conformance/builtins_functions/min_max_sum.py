print(min(3, 1, 2), max([1, 5, 3]), min("hello"), max({"a": 1, "b": 2}), min((), default="none"), max([-3, 2], key=abs), min(["bb", "a"], key=len), max(1, 1.0), max(1.0, 1), min([True, 1]))
print(sum([1, 2, 3]), sum([], 5), sum([0.1] * 3), sum([[1], [2]], []), sum((1, 2.5, True)), sum(range(0)), sum([1j, 2]), sum([2 ** 70, 1]), sum({1: "a", 2: "b"}), sum([0.1, 1e20, -1e20]))
for f in (lambda: min(), lambda: min([]), lambda: max(5), lambda: max(1, "a"), lambda: sum("abc"), lambda: sum(["a"], ""), lambda: sum([[1]], 0), lambda: sum([b"a"], b""), lambda: sum(5), lambda: max([1], [2], default=0), lambda: min(1, 2, key=3), lambda: sum([1], start="x"), lambda: max([None, 1]), lambda: min([1, 2], foo=1)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(sum([1, 2], start=10), max("a", "B", key=str.lower), min([[2], [1, 9]]), max((1, "x"), (1, "y")))

print(list(zip("abc", range(10))), list(zip()), list(zip("ab")), list(map(lambda a, b: a + b, "ab", "cd")))
print(list(enumerate("ab", 5)), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, range(4))))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})))
try:
    list(zip("ab", "abc", strict=True))
except ValueError as e:
    print(e)
try:
    list(zip("abc", "ab", "abc", strict=True))
except ValueError as e:
    print(e)
for attempt in (lambda: reversed({1}), lambda: reversed(5), lambda: map(), lambda: map(len), lambda: filter(len), lambda: enumerate([], "x"), lambda: zip(5),
                lambda: map(None, [1]).__next__(), lambda: enumerate(5), lambda: list(map(len, [1]))):
    try:
        attempt()
    except TypeError as e:
        print(e)
print(any([]), all([]), any([0, "x"]), all([1, []]), sum([[1], [2]], []), sum((0.5, 1)), min("bca"), max(3, 1, key=lambda x: -x))
for attempt in (lambda: max([]), lambda: min(()), lambda: max(1, "a"), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: max(1, 2, default=3),
                lambda: max([1], key=5), lambda: any(5)):
    try:
        attempt()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
z = zip([1, 2, 3], iter([4]))
print(next(z), next(z, "end"), next(z, "end"))
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), next(it, "gone"))

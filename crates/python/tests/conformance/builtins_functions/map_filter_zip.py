m = map(lambda x, y: x * y, [1, 2, 3], (4, 5))
print(type(m).__name__, next(m), list(m), list(m), list(map(str, range(3))), list(map(lambda *a: a, "ab", "cd", "ef")))
f = filter(lambda x: x % 2, range(6))
print(type(f).__name__, next(f), list(f), list(filter(None, [0, 1, "", "x", None, []])), list(filter(str.isdigit, "a1b2")))
z = zip("abc", [1, 2, 3])
print(type(z).__name__, next(z), dict(z), list(zip(*[(1, "a"), (2, "b")])), list(zip("ab", "cde", "f")), list(zip([1])), dict(zip("xy", range(2))))
e = enumerate("ab", start=1)
print(type(e).__name__, next(e), list(e), list(enumerate([], 5)), dict(enumerate("xy")))
def bad(x): raise ValueError(f"bad {x}")
m = map(bad, [1, 2])
for _ in range(2):
    try:
        next(m)
    except ValueError as err:
        print(err)
print(list(m), list(map(None.__class__, [])), [*map(int, "123")], sum(map(len, ["a", "bb"])), any(map(lambda x: x > 2, [1, 2, 3])))
it = iter([1, 2, 3, 4, 5, 6])
print(list(zip(it, it, it)), list(zip(range(3), filter(None, [1, 0, 2]))))

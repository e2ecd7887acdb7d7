r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, r.index(8), r.count(8), r.count(9), r.start, r.stop, r.step, list(reversed(r)))
print(range(5) == range(0, 5, 1), range(0, 5, 2) == range(0, 6, 2), range(0) == range(5, 2), hash(range(0)) == hash(range(3, 1)), range(3) is range(3), bool(range(0)), range(10)[2:8:2], range(5, 0, -2), list(range(5, 0, -2)), range(-5), list(range(0, -5, -1)))
print(range(10 ** 30)[10 ** 29], len(range(2 ** 40)), 10 ** 25 in range(10 ** 30), range(True, 5), max(range(5)), sum(range(101)), min(range(5, 1, -1)), range(1, 10 ** 20, 10 ** 19)[-1])
for f in (lambda: range(1.0), lambda: range("a"), lambda: range(1, 2, 0), lambda: r[10], lambda: r.index(6), lambda: r["x"], lambda: len(range(10 ** 30)), lambda: range(), lambda: r + r, lambda: r < r, lambda: setattr(r, "start", 1), lambda: range(1, None), lambda: r.__setitem__(0, 1), lambda: range(a=1), lambda: range(2)[1.5], lambda: range(5).index("x"), lambda: "x" in range(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
it = iter(range(3))
print(next(it), list(it), next(it, "end"), type(it).__name__, type(iter(range(10 ** 30))).__name__)

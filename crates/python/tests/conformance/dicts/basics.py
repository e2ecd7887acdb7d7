d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, d["a"], d.get("z"), d.get("z", 0), len(d), "a" in d, 1 in d, list(d), list(d.items()), d.pop("b"), d.pop("zz", "default"), d.popitem(), d)
print(d.setdefault("a", 5), d.setdefault("n"), d, d.copy() == d, d == {"n": None, "a": 10}, dict(a=1, b=2), dict([("x", 1)]), dict({"k": 1}, z=2), dict.fromkeys("ab", 0), dict.fromkeys([1]), dict(zip("ab", (1, 2))))
d.update({"u": 1}); d.update([("v", 2)]); d.update(w=3); d.update()
print(d, {1: "int", 1.0: "float", True: "bool"}, {**{"a": 1}, "a": 2}, {} == {}, {1: 2} != {1: 3}, d | {"z": 1}, {"a": 1} | {"a": 2})
d |= [("q", 1)]
del d["u"]
print(d, list(reversed(d)), list(reversed(d.values())))
d.clear()
for f in (lambda: d["x"], lambda: d.pop("x"), lambda: d.popitem(), lambda: {[]: 1}, lambda: d.update(5), lambda: d.update([1]), lambda: d.update([(1, 2, 3)]), lambda: dict(5), lambda: dict([[1]]), lambda: d | 5, lambda: d < {}, lambda: {{}: 1}, lambda: d.get(), lambda: d.get([]), lambda: [] in d, lambda: d + {}, lambda: dict([("a", 1)], 2), lambda: dict.fromkeys(5), lambda: d.update({}, {}), lambda: hash(d), lambda: d.fromkeys([[]])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

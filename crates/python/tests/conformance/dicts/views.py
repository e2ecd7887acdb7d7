d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, "a" in i, list(k), sorted(v))
print(k & {"a", "z"}, sorted(k | {"q"}), k - {"a"}, sorted(k ^ {"a", "x"}), i & {("a", 1)}, k == {"a", "b", "c"}, k <= {"a", "b", "c", "d"}, k > {"a"}, k.isdisjoint({"z"}), {"a"} < k, sorted(["z"] | k) if False else sorted({"z"} | k))
print(v == v, d.values() == d.values(), k == d.keys(), i == d.items(), {"x": 1}.keys() == {"x": 2}.keys(), k.mapping["a"], repr({}.keys()), repr({}.items()))
for f in (lambda: k[0], lambda: hash(k), lambda: k + k, lambda: v & v, lambda: k & 5, lambda: {"a": []}.items() & {1}, lambda: sorted({"a": []}.items() | []), lambda: k.add(1), lambda: len(v), lambda: k.mapping.__setitem__("a", 2), lambda: [] in k, lambda: ("a", []) in i, lambda: ("a",) in i):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
it = iter(k)
print(next(it), it.__length_hint__(), list(it), list(reversed(k)), list(map(str, v)), dict(i) == d, [*i][0], *v)
# conformance: not yet as 3.14, 3.15

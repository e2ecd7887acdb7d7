d = {}
for k in "hello world":
    d[k] = d.get(k, 0) + 1
print(d)
del d["l"]
d["l"] = "again"
d["h"] = "changed in place"
print(list(d), next(iter(d)), list(d)[-1], d.popitem())
d.update({"z": 1, "e": 2})
print(list(d))
d = dict(b=1, a=2)
d = {"c": 0, **d, "b": 5}
print(d, list(reversed(d.items())))
print({3: "a", 1: "b"} == {1: "b", 3: "a"}, list({3: "a", 1: "b"}) == list({1: "b", 3: "a"}))
for i in range(100): d[i] = i
for i in range(95): del d[i]
print(d)
for i in range(3): d[i] = -i
print(d, len(d))
print(sorted(d, key=str), dict(sorted({"b": 1, "a": 2}.items())), max({"x": 3, "y": 5}, key={"x": 3, "y": 5}.get))

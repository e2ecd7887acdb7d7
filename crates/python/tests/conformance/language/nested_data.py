data = {"users": [{"name": "Ada", "tags": {"x", }}, {"name": "Bob", "tags": set()}], "total": 2}
print(data["users"][0]["name"], [u["name"] for u in data["users"]], data["users"][1]["tags"], len(data))
data["users"].append({"name": "Cy", "tags": frozenset()})
data["users"][0]["tags"].add("y")
del data["users"][1]
print(len(data["users"]), sorted(data["users"][0]["tags"]), data.get("missing", {}).get("deeper"))
matrix = [[i * j for j in range(3)] for i in range(3)]
matrix[1][1] = "x"
print(matrix, [row[1] for row in matrix], list(map(list, zip(*matrix))))
tree = ("root", [("left", []), ("right", [("leaf", [])])])
def depth(node): return 1 + max((depth(c) for c in node[1]), default=0)
def names(node): return [node[0]] + [n for c in node[1] for n in names(c)]
print(depth(tree), names(tree))
counts = {}
for word in "a b a c b a".split():
    counts.setdefault(word, []).append(len(counts))
print(counts, sorted(counts.items(), key=lambda kv: (-len(kv[1]), kv[0])))
(a, (b, *c)), *d = (1, (2, 3, 4)), 5, {6: 7}
print(a, b, c, d)

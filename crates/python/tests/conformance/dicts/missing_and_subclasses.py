class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = value = key * 2
        return value


d = Default(a="x")
print(d["a"], d["b"], d["b"], d.get("c"), "c" in d, d, d.setdefault("z", 1), d.pop("nope", None))
class Count(dict):
    def __missing__(self, key): return 0
c = Count()
for ch in "mississippi": c[ch] += 1
print(c, c["q"], len(c))
class NoMissing(dict): pass
class Raises(dict):
    def __missing__(self, key): raise LookupError(f"custom {key}")
for m in (NoMissing(), Raises()):
    try:
        m["k"]
    except LookupError as e:
        print(type(e).__name__, e)
class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __getitem__(self, k): return super().__getitem__(k.upper())
    def __contains__(self, k): return super().__contains__(k.upper())
u = Upper(a=1)
u["b"] = 2
u.update(c=3)
print(u, u["b"], "B" in u, "b" in u, u.get("b"), u.setdefault("d", 4), dict(u), {**u}, [*u], type(u | {}), type(u.copy()), "%(b)s" % u)

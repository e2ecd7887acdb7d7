class K:
    def __init__(self, name, h, eq=None): self.name, self.h, self.eq = name, h, eq
    def __hash__(self):
        if self.h is None: raise ValueError("no hash for " + self.name)
        return self.h
    def __eq__(self, o):
        print(f"{self.name} == {getattr(o, 'name', o)}", end="; ")
        if self.eq: return self.eq(self, o)
        return self is o
    def __repr__(self): return self.name


a, b, c = K("a", 1), K("b", 1), K("c", 2)
d = {a: 1, b: 2, c: 3}
print(d, d[b], a in d, K("d", 1) in d)


def fails(self, o): raise RuntimeError(f"eq of {self.name}")


bad = K("bad", 1, fails)
for f in (lambda: d[bad], lambda: d.get(bad), lambda: bad in d, lambda: d.setdefault(bad, 1), lambda: d.pop(bad), lambda: d.__setitem__(bad, 1), lambda: d.__delitem__(bad), lambda: d[K("nohash", None)], lambda: {K("n", None): 1}, lambda: d == {bad: 1, b: 2, c: 3}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, len(d))


def clears(self, o):
    d.clear()
    return False


d = {a: 1}
try:
    print(d.get(K("clear", 1, clears), "not there"), d)
except RuntimeError as e:
    print(e)
def grows(self, o):
    for i in range(20): d[i + 100] = i
    return True
d = {a: 1}
d[K("grow", 1, grows)] = "set"
print(len(d))
always = K("always", 1, lambda self, o: True)
print({a: 1, always: 2}, {always: 1, a: 2})

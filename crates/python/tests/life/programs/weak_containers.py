import weakref, gc, sys
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
d = weakref.WeakValueDictionary()
v = V(1); w = V(2)
d["a"] = v; d["b"] = w
print(len(d), list(d.items()), sys.getrefcount(v), weakref.getweakrefcount(v))
del v
print(len(d), list(d), "a" in d)
for k, x in d.items():
    del x
    w = None
    print("in loop", len(d.data))
print(len(d))
k = weakref.WeakKeyDictionary()
a = V(3)
k[a] = "val"
print(dict(k), k[a], weakref.getweakrefcount(a))
del a
print(len(k))
s = weakref.WeakSet()
b = V(4); s.add(b); s.add(b)
print(len(s), b in s, list(s))
del b
print(len(s))
class M:
    def m(self): return "m"
m = M()
wm = weakref.WeakMethod(m.m, lambda r: print("method gone"))
print(wm()(), wm() == m.m, weakref.getweakrefcount(m))
del m
print(wm())
o = V(5)
f = weakref.finalize(o, lambda *a, **k: print("fin", a, k), 1, x=2)
print(f.alive, f.peek()[2:], f.atexit)
del o
print(f.alive, f.peek(), f())
r = weakref.ref(V(1)); print(r)
class R(weakref.ref):
    pass
o = V(6)
rr = R(o); rr.attr = 5
print(rr().n, rr.attr, rr == weakref.ref(o), hash(rr) == hash(o), weakref.getweakrefcount(o), len({rr, weakref.ref(o)}))
print(d == {}, d.get("z"), d.setdefault("q", o), list(d.values()), d.pop("q"), d.valuerefs())
d.update(x=o); print(sorted(d.keys())); print(list((d | {"y": o}).keys()))
try: d["none"]
except KeyError as e: print(e)

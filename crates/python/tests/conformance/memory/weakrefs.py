import weakref
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C({self.n})"


c = C(1)
r = weakref.ref(c, lambda ref: print("callback", ref is r))
print(r(), r() is c, weakref.getweakrefcount(c), weakref.ref(c) is weakref.ref(c), r == weakref.ref(c), hash(r) == hash(c))
p = weakref.proxy(c)
print(p.n, p, isinstance(p, C))
p.n = 5
del c
print(r(), r)if False else print(r())
try:
    p.n
except ReferenceError as e:
    print(e)
d = weakref.WeakValueDictionary()
k = C(2)
d["k"] = k
print(dict(d), len(d))
del k
print(dict(d), len(d))
s = weakref.WeakSet()
x = C(3)
s.add(x)
print(len(s), x in s)
del x
print(len(s))
f = weakref.finalize(y := C(4), print, "finalized", "arg")
print(f.alive)
del y
print(f.alive)
for bad in (5, "s", None, (1,), [], {}):
    try:
        weakref.ref(bad)
        print("ok")
    except TypeError as e:
        print(e)

import sys
class WithDict: pass
class WithSlots:
    __slots__ = ("a", "b")
class Ref:
    __slots__ = ("__weakref__", "x")


import weakref, gc
gc.collect()
w = WithDict()
w.a = [1]
s = WithSlots()
s.a = s
print(gc.is_tracked(w), gc.is_tracked(s), gc.is_tracked([]), gc.is_tracked({}), gc.is_tracked({"k": []}), gc.is_tracked(()), gc.is_tracked(1), gc.is_tracked("s"), gc.is_tracked((1, [])))
del s
print(gc.collect())
try:
    weakref.ref(WithSlots())
except TypeError as e:
    print(e)
r = Ref()
print(weakref.ref(r)() is r, gc.get_referents([1, "a", None]), gc.get_referents({"k": 5}), sorted(map(str, gc.get_referents(w))))
x = ["target"]
y = [x]
print(gc.get_referrers(x)[0] is y or len(gc.get_referrers(x)) >= 1)
print(gc.get_count()[2] >= 0, gc.get_threshold(), gc.get_stats()[0].keys() >= {"collections"}, gc.isenabled())

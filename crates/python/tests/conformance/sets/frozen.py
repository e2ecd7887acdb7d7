f = frozenset("abc")
print(len(f), "a" in f, f | {"d"} == set("abcd"), f & set("ab") == frozenset("ab"), f - {"a"} == {"b", "c"}, f == set("abc"), f.copy() is f, frozenset(f) is f, frozenset() is frozenset(), {f: 1}[frozenset("cba")], f <= f, f < set("abcd"))
print(repr(frozenset()), repr(frozenset([1])), hash(frozenset()), hash(frozenset([1, 2, 3])), frozenset([frozenset([1])]), isinstance(f, set))
class F(frozenset):
    def __repr__(self): return "F!"
print(F([1]), F([1]) | {2}, type(F([1]) | {2}), type(F([1]).copy()), F([1]) == frozenset([1]))
for g in (lambda: f.add("x"), lambda: f.pop(), lambda: f.clear(), lambda: frozenset([[]]), lambda: frozenset(5), lambda: setattr(f, "x", 1), lambda: f.update("x")):
    try:
        g()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
f |= {"z"}
print(type(f), sorted(f))
nested = {frozenset({1, 2}), frozenset({2, 1}), frozenset({3})}
print(len(nested), {1, 2} in nested)

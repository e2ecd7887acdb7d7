class Str:
    def __str__(self): return "as str"
class Repr:
    def __repr__(self): return "as repr"
class Both:
    def __str__(self): return "S"
    def __repr__(self): return "R"


print(str(Str()), str(Repr()), repr(Repr()), str(Both()), [Both()], {1: Both()}, (Both(),), f"{Both()} {Both()!r}", "%s %r" % (Both(), Both()))
print(str(), str(5), str(None), str([1, "a"]), str(1.0), str(b"x"), str({}), str({1}), str(()), str((1,)), str(set()), str(frozenset()), str(range(3)), str(slice(1, 2)), str(...), str(NotImplemented), str(int), str(len), str(type), str(Exception("e")))
print(repr([[], [[]], {}, {"a": []}, ((),), {(): 1}]), repr({"k": {"n": None}}), repr(range(1, 5, 2)), repr(slice(None)), repr(frozenset({1})), repr(1e3), repr("x" * 3), repr(dict), repr(print))
class Sub(str): pass
print(type(str(Sub("x"))), type(Sub("x").upper()), type(Sub("x") + "y"), type(Sub("x")[0]), type("".join([Sub("x")])), Sub("a") == "a", {Sub("k"): 1}["k"], repr(Sub("q")))

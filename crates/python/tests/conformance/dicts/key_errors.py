d = {1: "one"}
for key in (2, "a", (1, 2), None, 1.5, b"x", "it's", ("t",), frozenset({1}), 10 ** 20, "", "new\nline"):
    try:
        d[key]
    except KeyError as e:
        print(e, repr(e), e.args)
try:
    {}.popitem()
except KeyError as e:
    print(e)
try:
    set().pop()
except KeyError as e:
    print(e)
try:
    {1}.remove("x")
except KeyError as e:
    print(e)
try:
    del d["gone"]
except KeyError as e:
    print(e)
class K:
    def __repr__(self): return "<K>"
try:
    d[K()]
except KeyError as e:
    print(e, str(e) == "<K>")

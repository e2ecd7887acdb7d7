def f(x):
    match x:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": "square", **rest}: return f"square {rest}"
        case {"a": {"b": [x, *_]}}: return f"nested {x}"
        case {1: one, 2.5: two, None: n}: return f"{one} {two} {n}"
        case {}: return "any mapping"
        case _: return "no mapping"


for v in ({"type": "circle", "r": 5, "extra": 1}, {"type": "square", "side": 2}, {"a": {"b": [7, 8]}}, {1: "x", 2.5: "y", None: "z"}, {}, {"q": 1}, [], "s"):
    print(f(v))


class D(dict):
    def __missing__(self, key): return "made"


match D():
    case {"k": v}: print("missing used", v)
    case _: print("missing not used")

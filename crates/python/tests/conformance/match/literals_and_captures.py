def f(x):
    match x:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "one and a half"
        case "a" | "b": return "a or b"
        case True: return "true"
        case None: return "none"
        case b"x": return "bytes"
        case 3 + 4j: return "complex"
        case int() as n if n > 100: return f"big {n}"
        case str(s): return f"str {s}"
        case [x, y]: return f"pair {x} {y}"
        case _: return "other"


for v in (0, -1, 1.5, "a", "b", True, None, b"x", 3 + 4j, 500, "zzz", [1, 2], (3, 4), 5, 0.0, False, 1, "ab", b"ab", {}):
    print(repr(v), "->", f(v))

match [1, 2]:
    case [a, 3]: print("never")
    case [a, b]: print(a, b)
match (1, (2, 3)):
    case (p, (q, 5)): print("never")
    case _: print("default")
print("p" in globals(), "q" in globals())


def f(x):
    match x:
        case {"a": v} | {"b": v}: return v
        case (1 | 2) as n: return ("n", n)
        case [(1 | 2) as n, *r]: return ("nr", n, r)
        case ((y)): return ("y", y)


print(f({"b": 2}), f(2), f([1, 5]), f("s"))


def g(x):
    match x:
        case 1: pass
    return "fell through"


print(g(2), g(1))

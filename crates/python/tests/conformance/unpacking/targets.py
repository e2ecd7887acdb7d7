a, b = 1, 2
a, b = b, a
(c, [d, e]), f = (3, [4, 5]), 6
print(a, b, c, d, e, f)
first, *rest = "hello"
*init, last = range(4)
x, *mid, y = [1, 2]
print(first, rest, init, last, x, mid, y)
(*all_,) = {3: 1, 4: 2}
[*empty] = ()
print(all_, empty)
i, l = 0, [10, 20]
i, l[i] = 1, 99
print(i, l)
(p, q), *r = [(1, 2), 3, 4]
print(p, q, r)
a = b = c = []
a.append(1)
print(c)
for target in ("a, b = 1", "a, b = 1, 2, 3", "a, b = (1,)", "a, *b, c = [1]", "a, b = None", "(a, b), c = 1, 2", "a, b, c = 'ab'", "[] = [1]", "a, = ()"):
    try:
        match target:
            case "a, b = 1": a, b = 1
            case "a, b = 1, 2, 3": a, b = 1, 2, 3
            case "a, b = (1,)": a, b = (1,)
            case "a, *b, c = [1]": a, *b, c = [1]
            case "a, b = None": a, b = None
            case "(a, b), c = 1, 2": (a, b), c = 1, 2
            case "a, b, c = 'ab'": a, b, c = 'ab'
            case "[] = [1]": [] = [1]
            case "a, = ()": a, = ()
    except (TypeError, ValueError) as e:
        print(target, "->", type(e).__name__, e)

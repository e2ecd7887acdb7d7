print([(x, y) for x in range(3) for y in range(x)])
print([[y for y in range(x)] for x in range(3)])
print([x for x in range(20) if x % 2 if x % 3])
print({x: y for x, y in zip("abc", range(3)) if y})
print({c.lower() for c in "AaBb"} == {"a", "b"})
print([a if a % 2 else -a for a in range(4)])
print([x for sub in [[1, 2], [3]] for x in sub], [x for x in (1, 2, 3) if (y := x) > 1], y)
print({(i, j): i * j for i in range(2) for j in range(2)})
print([*map(str, (x for x in range(2)))])
print([lambda: x for x in range(2)][0](), sum(x * x for x in range(4)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], list(zip(*matrix)))
print([*{n % 3: n for n in range(7)}.items()])
for bad in (lambda: [x for x in 5], lambda: {x for x in [[]]}, lambda: {[]: 1 for _ in "a"}, lambda: [undefined for _ in "a"], lambda: [a for a, b in [1]],
            lambda: [1 / x for x in (1, 0)]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

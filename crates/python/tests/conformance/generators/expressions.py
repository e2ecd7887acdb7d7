g = (x * x for x in range(4))
print(type(g).__name__, g.__name__, list(g), list(g))
print(sum(x for x in range(5)), max((len(w) for w in ["a", "bbb"]), default=0), dict((k, v) for k, v in ["ab", "cd"]))
print(list((a, b) for a in range(3) if a for b in range(a) if b != 1))


def loud(x):
    print("evaluated", x)
    return x


g = (loud(i) for i in loud([1, 2]))
print("made")
print(next(g))
try:
    (i for i in 5)
except TypeError as e:
    print(e)
x = 1
g = (x for _ in range(2))
x = 2
print(list(g))
print(any(loud(i) > 1 for i in (1, 2, 3)))
print([*(i for i in "ab")], (lambda *a: a)(*(i for i in range(2))))

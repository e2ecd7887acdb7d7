t = (1, "a", [2])
print(t, t[0], t[-1], len(t), t + (3,), t * 2, t[1:], 1 in t, t.index("a"), t.count(1), (1,), (), tuple("ab"), tuple([1]), tuple(), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), hash((1, 2)) == hash((1, 2)))
t[2].append(3)
print(t)
x = 1,
y = 1, 2
(z) = 5
print(x, y, z, (1, 2)[1], (lambda *a: a)(1), type(()), () == tuple(), [()] == [tuple()])
for f in (lambda: t.__setitem__(0, 1), lambda: hash(t), lambda: t[5], lambda: t.index("zzz"), lambda: t + [1], lambda: t * "x", lambda: {t: 1}, lambda: t < 5, lambda: t["a"], lambda: tuple(5), lambda: t.append(1), lambda: (1, 2).index(1, 1), lambda: tuple(1, 2), lambda: setattr(t, "x", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def change():
    t[0] = 1
def remove():
    del t[0]
for f in change, remove:
    try:
        f()
    except TypeError as e:
        print(e)
a = (1, 2, 3)
print(a[:] is a, tuple(a) is a, a * 1 is a, a + () is a, () + a is a)

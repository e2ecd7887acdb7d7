fs = [lambda: i for i in range(3)]
print([f() for f in fs])
x = "kept"
[x for x in range(3)]
print(x)


def f():
    return [[(a, b) for b in range(a)] for a in range(3)]


print(f())
fs = {n: (lambda n=n: n * n) for n in range(3)}
print([f() for f in fs.values()])
gen = ((lambda: j) for j in range(3))
print([g() for g in gen])
gens = list((lambda: j) for j in range(3))
print([g() for g in gens])


def locals_in_comprehension():
    a = 1
    return [sorted(k for k in locals() if not k.startswith(".")) for b in (1,)]


print(locals_in_comprehension()[0][:1])

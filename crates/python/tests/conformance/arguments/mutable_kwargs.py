def f(**kw):
    kw["new"] = 1
    return kw


d = {"a": 1}
print(f(**d), d)


def g(*args):
    return args


t = (1, 2)
print(g(*t) is t, g(*t) == t)
l = [1]
print(g(*l), type(g(*l)))


def h(a, *args, **kw):
    a += 1
    args += (a,)
    kw |= {"a": a}
    return args, kw


print(h(1, 2, z=3))

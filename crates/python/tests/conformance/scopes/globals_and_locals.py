def f(a, b=2):
    c = 3
    return locals()


print(f(1))
x = 5
print(globals()["x"], "f" in globals())
globals()["y"] = 6
print(y)


class C:
    a = 1
    print(sorted(k for k in locals() if not k.startswith("__")))
    locals()["b"] = 2


print(C.b)
print(sorted(vars(C).keys() - {"__dict__", "__weakref__", "__firstlineno__", "__static_attributes__"}))


def g():
    exec_me = 1
    inner = 2
    def h():
        return inner, locals()
    return h()


print(g())

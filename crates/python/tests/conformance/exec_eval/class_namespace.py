# What stands in a class's namespace before its body's own names.
class A:
    print(sorted(locals()))
    x = 1
    exec("y = x + 1")
    print(y, eval("x * 10"))


print(sorted(name for name in vars(A) if name not in ("__dict__", "__weakref__")))

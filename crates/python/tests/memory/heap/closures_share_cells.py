def outer():
    x = []
    def f():
        return x
    def g():
        x.append(1)
    return f, g
f, g = outer()
g()
y = f()
del f

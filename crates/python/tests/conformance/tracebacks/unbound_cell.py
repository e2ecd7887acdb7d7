# conformance: whole stderr
def f():
    x = 1
    def g():
        return y
    g()
    y = 2
f()

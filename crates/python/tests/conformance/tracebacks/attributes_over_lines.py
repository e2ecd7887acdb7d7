# conformance: whole stderr
def f():
    return 1 if (
        a.b
        .c
        .d
    ) else 2
class A: pass
a = A()
a.b = A()
f()

def f():
    a = 1000
    b = 1000
    c = (1, 2)
    d = (1, 2)
    return a is b, c is d, "x y" is "x y", 1.5 is 1.5
print(f())
a = 100000
b = 100000
print(a is b)

a, b = 256, 256
print(a is b, int("256") is int("256"), int("257") is int("257"), int("-5") is int("-5"), int("-6") is int("-6"))
x = 1000
y = 1000
print(x is y, x == y)
def f(): return 1000
def g(): return 1000
print(f() is f(), f() is g())
print((lambda: 5)() is int("5"), id(7) == id(7))
t = True
print(t is (1 == 1), None is None, "ab" == "a" + "b")

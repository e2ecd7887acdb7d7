a, b = 256, int("256")
print(a is b, -5 is int("-5"), int("-6") is int("-6"))
print(len([1] * 100) is 50 * 2)
x = 10 ** 3
y = 10 ** 3
print(x is y)
print(int("5") is 5.0.__int__())

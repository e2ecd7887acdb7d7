def f(): return 12345, "some text", (1, 2), 2.5
def g(): return 12345, "some text", (1, 2), 2.5
print([x is y for x, y in zip(f(), g())])
print(f()[2] is f()[2])

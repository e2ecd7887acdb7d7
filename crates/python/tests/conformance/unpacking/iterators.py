def gen(n):
    for i in range(n):
        print("yield", i)
        yield i
    print("end")


try:
    a, b = gen(5)
except ValueError as e:
    print(e)
a, b = gen(2)
try:
    a, b, c = gen(2)
except ValueError as e:
    print(e)


def fails():
    yield 1
    raise KeyError("inside")


try:
    a, b = fails()
except KeyError as e:
    print(repr(e))
print(a, b)
try:
    [a, b] = {1: 2, 3: 4, 5: 6}
except ValueError as e:
    print(e)
a, b, *c = {"x": 1, "y": 2, "z": 3}.items()
print(a, b, c)

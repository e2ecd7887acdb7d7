from collections import OrderedDict

a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a == dict(b), a != b, dict(a) == dict(b), a == OrderedDict(a))
b.move_to_end("y")
print(a == b)
print(a | {"z": 3}, {"z": 3} | a, type({} | a).__name__)
a |= [("w", 0)]
a.update({"x": 9}, v=1)
print(a, a.keys() & b.keys(), a.items() >= {("y", 2)})
print(a.keys(), a.values(), b.items())
try:
    a < b
except TypeError as error:
    print(error)

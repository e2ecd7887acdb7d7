class A:
    x = 1

view = A.__dict__
try:
    view |= {}
except TypeError as e:
    print(e)
try:
    view["x"] = 2
except TypeError as e:
    print(e)
print(type(view)[str, int], "x" in view, view["x"], type(view | {}))

from collections import deque

d = deque(range(6))
d[0] = "first"
d[-1] = "last"
del d[2]
d.insert(1, "in")
d.insert(-100, "front")
d.insert(100, "back")
print(d)
d.remove(3)
print(d)
for wrong in (lambda: d[50], lambda: d[-50], lambda: d["a"], lambda: d[1:2], lambda: d.remove("nope"),
              lambda: d.index("nope"), lambda: d.index(4, 0, 2), lambda: d.insert("x", 1), lambda: d.rotate("x")):
    try:
        print(wrong())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
# conformance: not yet as 3.14, 3.15

from collections import deque

a, b = deque([1, 2]), deque([1, 3])
print(a == b, a < b, a <= deque([1, 2, 0]), a != deque([1, 2], 9), a == [1, 2], a > deque())
print(a + b, a * 2, 0 * a)
a += "xy"
a *= 2
print(a)
a.extend(a)
print(len(a))
for wrong in (lambda: a + [1], lambda: a < [1], lambda: a * "x", lambda: hash(a), lambda: a.extend(5)):
    try:
        wrong()
    except TypeError as error:
        print(error)
loop = deque([1])
loop.append(loop)
print(loop)
match deque([1, 2, 3]):
    case [first, *rest]:
        print(first, rest)

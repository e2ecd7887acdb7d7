from collections import deque

d = deque(range(5), 3)
print(d, d.maxlen)
d.append("new")
print(d)
d.appendleft("left")
print(d)
d.extend("ab")
print(d, d * 2, d + deque("z"))
try:
    d.insert(0, 1)
except IndexError as error:
    print(error)
none = deque("abc", 0)
none.append(1)
none.extendleft([1, 2])
print(none)
for wrong in (lambda: deque([], -1), lambda: deque([], "x"), lambda: setattr(d, "maxlen", 5)):
    try:
        wrong()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(deque("ab", 5).copy(), deque("abc").maxlen)

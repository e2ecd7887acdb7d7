from collections import deque

d = deque("bcd")
d.append("e")
d.appendleft("a")
print(d, len(d), d.pop(), d.popleft(), d)
d.extend("xy")
d.extendleft("12")
print(d, d[0], d[-1], "x" in d, d.count("x"), d.index("y"))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.reverse()
print(d, list(reversed(d)))
d.clear()
print(d, bool(d))
for take in (d.pop, d.popleft):
    try:
        take()
    except IndexError as error:
        print(error)

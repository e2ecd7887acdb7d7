from collections import deque

d = deque("abc")
it = iter(d)
print(next(it), it.__length_hint__())
d.append("d")
try:
    next(it)
except RuntimeError as error:
    print(error)
d = deque("abc")
it = iter(d)
d[1] = "B"
print(list(it))


class Adds:
    def __eq__(self, other):
        d.append(0)
        return False


for search in (lambda: d.index(1), lambda: 1 in d, lambda: d.count(1), lambda: d.remove(1)):
    d = deque([Adds(), 2])
    try:
        search()
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)

class Evil:
    def __init__(self, l): self.l = l
    def __eq__(self, o):
        self.l.clear()
        return False
    __hash__ = None


l = [1, 2, 3]
l[0] = Evil(l)
print(5 in l, l)
l = [1, 2, 3]
l.insert(0, Evil(l))
try:
    l.remove(3)
except ValueError as e:
    print(e, l)
l = [1, 2, 3]
l.append(Evil(l))
try:
    print(l.index(7))
except ValueError as e:
    print(e, l)
l = [Evil([]), 1, 2]
print(l.count(1))


class Clearing:
    def __init__(self, l): self.l = l
    def __repr__(self):
        self.l.clear()
        return "cleared"


l = [1, None, 2]
l[1] = Clearing(l)
print(l)
print(l)
l = [1, 2, 3]
print([l.pop() for _ in l], l)
it = iter(l := [1, 2, 3])
next(it); l.clear()
print(list(it)); l.append(1)
print(list(it))

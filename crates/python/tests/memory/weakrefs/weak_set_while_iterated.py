import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n


things = [A(n) for n in range(4)]
s = weakref.WeakSet(things)
seen = []
for x in s:
    seen.append(x.n)
    x = None
    things.clear()
    print(len(s))
print(len(seen), len(s))

class N:
    log = []
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        N.log.append((self.n, o.n))
        if len(N.log) == 4:
            raise ValueError("enough")
        return self.n < o.n
    def __repr__(self): return f"N{self.n}"


l = [N(5), N(3), N(4), N(1), N(2)]
try:
    l.sort()
except ValueError as e:
    print(e, sorted(x.n for x in l), N.log)


def key(x):
    print("key", x)
    if x == 2: raise KeyError(x)
    return x


l = [3, 2, 1]
try:
    l.sort(key=key)
except KeyError as e:
    print(repr(e), l)
l = [3, 1, 2]
def looks(x):
    seen.append(list(l))
    return x
seen = []
l.sort(key=looks)
print(seen, l)
def appends(x):
    l.append(9)
    return x
l = [2, 1]
try:
    l.sort(key=appends)
except ValueError as e:
    print(e, l)
print(sorted(iter([3, 1, 2])))

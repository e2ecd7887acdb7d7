class Seq:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i):
        print("get", i)
        return self.items[i]
    def __setitem__(self, i, v):
        print("set", i, v)
    def __delitem__(self, i):
        print("del", i)
    def __contains__(self, x):
        print("in", x)
        return "truthy"


s = Seq(1, 2, 3)
print(s[0], s[-1], s[0:2], s[::2], 5 in s, 5 not in s)
s[1] = "v"
s[1:2] = []
del s[0], s[:]
print(list(s))
print(s[..., 1:2] if False else "skipped")
for attempt in (lambda: object()[0], lambda: len[0], lambda: 1 in 5, lambda: int[0], lambda: s["k"]):
    try:
        attempt()
    except TypeError as e:
        print(e)

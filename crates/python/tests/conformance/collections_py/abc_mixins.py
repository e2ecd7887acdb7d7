from collections.abc import MutableMapping, MutableSequence, MutableSet, Sequence


class Row(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]


r = Row(1, 2, 1)
print(list(r), 2 in r, r.index(2), r.count(1), list(reversed(r)))


class Lower(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k.lower()]

    def __setitem__(self, k, v):
        self.d[k.lower()] = v

    def __delitem__(self, k):
        del self.d[k.lower()]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = Lower()
m.update(A=1, b=2)
print(m["a"], m.get("X"), m.pop("B"), m.setdefault("C", 3), list(m.items()), list(m.keys()), m == {"a": 1, "c": 3}, "A" in m)
m.clear()
print(len(m), list(m.values()))

class Grid:
    def __init__(self): self.cells = {}
    def __setitem__(self, key, v):
        x, y = key
        if isinstance(x, slice):
            for i in range(*x.indices(3)): self[i, y] = v
        else:
            self.cells[x, y] = v
    def __getitem__(self, key): return self.cells.get(key, ".")
    def __delitem__(self, key): del self.cells[key]
    def __contains__(self, key): return key in self.cells
    def __len__(self): return len(self.cells)
g = Grid()
g[1, 2] = "x"
g[:, 0] = "o"
print(g[1, 2], g[0, 0], g[2, 2], (1, 2) in g, len(g))
del g[1, 2]
print(g[1, 2], sorted(g.cells))
try:
    del g[9, 9]
except KeyError as e:
    print(e)
try:
    g[5] = 1
except TypeError as e:
    print(e)
try:
    for x in g: break
    print("iterates through __getitem__", x)
except Exception as e:
    print(e)

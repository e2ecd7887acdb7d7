class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]
    def __setitem__(self, key, v): self.rows[key[0]][key[1]] = v
    def __iter__(self): return iter(self.rows)
    def __len__(self): return len(self.rows)
    def __neg__(self): return self * -1
    def __pow__(self, n): return self if n == 1 else self @ self ** (n - 1)
    def __str__(self): return "\n".join(" ".join(f"{x:>3}" for x in r) for r in self.rows)


m = Matrix([[1, 2], [3, 4]])
print(m, m + m, 2 * m, m @ m, -m, m ** 3, sep="\n--\n")
m[0, 1] = 9
print(m[0, 1], len(m), [sum(r) for r in m], m == Matrix([[1, 9], [3, 4]]), m != 5)
try:
    m + 5
except AttributeError as e:
    print(e)
try:
    m @ 5
except AttributeError as e:
    print(e)
try:
    5 @ m
except TypeError as e:
    print(e)

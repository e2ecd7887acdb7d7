class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [D(1), D(2), D(3)]
del l
t = (D(4), D(5))
del t
d = {"a": D(6), "b": D(7)}
del d
m = [D(8), D(9)]
m.clear()
m = [D(10), D(11)]
m[:] = []

class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
d = {1: D("a")}
d[1] = D("b")
d.update({1: D("c")})
d.pop(1)
d.setdefault(2, D("d"))
del d[2]

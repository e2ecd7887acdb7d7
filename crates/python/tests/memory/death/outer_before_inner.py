class D:
    def __init__(self, n, *parts): self.n, self.parts = n, parts
    def __del__(self): print("del", self.n)
d = D("outer", D("first"), D("second", D("inner")))
del d
d = D("a", D("b"))
d = D("c")
d = None

class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class A: pass
a = A()
a.z = D("z")
a.a = D("a")
del a
class S: __slots__ = ("z", "a")
s = S()
s.z = D("slot z")
s.a = D("slot a")
del s

class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, "x" in globals())
x = 1
d = {"k": N("in dict"), "k2": N("in dict 2")}
t = (N("t1"), N("t2"))
s = N("s")
n = N("n")
n.other = s
class Slots:
    __slots__ = ("b", "a")
    def __del__(self): print("slots")
q = Slots(); q.a = N("qa"); q.b = N("qb")
print("end")

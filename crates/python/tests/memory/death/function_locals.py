class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(p):
    x = D("x")
    y = D("y")
    return p.n
print(f(D("p")))
def g():
    x = D("x1")
    x = D("x2")
    del x
    print("end")
g()

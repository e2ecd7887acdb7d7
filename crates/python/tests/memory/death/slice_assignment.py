class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [D(i) for i in range(5)]
l[1:3] = []
print("cut")
del l[0]
l[:] = [None]
print("end")

class A:
    def m(self):
        return self
a = A()
m = a.m
a.m = m
del m
n = a.m()
del a, n

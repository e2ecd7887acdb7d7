class A:
    x = 1
    def __init__(self, a): self.a = a
    def f(self): return self.a
a = A(3)
assert a.f() == 3
class B(A):
    def f(self): return super().f() + 1
b = B(4)
assert b.f() == 5
assert A.__mro__ == (A, object)
class C(list): pass
c = C([1,2])
c.append(3)
assert c == [1,2,3]
1/0

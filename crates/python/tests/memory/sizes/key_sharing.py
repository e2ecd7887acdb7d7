import sys


class A:
    def __init__(self):
        self.x = self.y = 1


size = sys.getsizeof
a, b = A(), A()
print(size(a), size(b), size(a.__dict__), size(vars(b)))
b.z = 1
print(size(b), size(vars(b)))
c = A()
print(size(vars(c)))
vars(c)['other'] = 2
print(size(vars(c)))
del c.x
print(size(vars(c)), size(A()), size(vars(A())))
vars(c)[1] = 2
print(size(vars(c)))

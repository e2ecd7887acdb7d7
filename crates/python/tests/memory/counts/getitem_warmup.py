from sys import getrefcount as R
class A:
    def __getitem__(self, key):
        return R(self), R(key)
    @property
    def p(self):
        return R(self)
a = A()
k = (1, [])
for i in range(4):
    print(a[k], a.p)
def f(x):
    return x[k], x.p
print(f(a), f(a), f(a))

from sys import getrefcount as R
class I:
    def m(self, v):
        return R(self), R(v)
def f(v):
    return R(v)
i = I()
a = []
for n in range(4):
    print(f(a), f([]), i.m(a), i.m([]))
def hot():
    z = []
    return [f(z) for _ in range(10)], [i.m(z) for _ in range(10)]
print(hot())

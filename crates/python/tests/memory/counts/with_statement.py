from sys import getrefcount as R
class M:
    def __enter__(self):
        print(R(self))
        return self
    def __exit__(self, *exc):
        print(R(self))
m = M()
with m:
    print(R(m))
with m as n:
    print(R(m))
print(R(m))
with M() as x:
    print(R(x))
print(R(x))
def f():
    with M() as y:
        print(R(y))
f()

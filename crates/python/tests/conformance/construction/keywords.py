# Instances made with keywords and with star-arguments: what their __init__ sees, and what is counted.
import sys


class A:
    def __init__(self, x, y=2, *args, z=3, **kw):
        self.all = (y, args, z, kw)
        self.counts = sys.getrefcount(self), sys.getrefcount(x)
        self.line = sys._getframe(1).f_lineno


o = object()
for a in (A(x=o), A(o, y=5, q=6), A(*[o], **{"z": 1}), A(*(o, 1, 2)), A(o)):
    print(a.counts, a.all, a.line)
names = {"x": o}
print(A(**names).counts, sys.getrefcount(names))
del a
print(sys.getrefcount(o), sys.getrefcount(A))


class D:
    def __init__(self, n=0):
        self.n = n
        self.child = D(n=n - 1) if n else None


print(D(n=50).child.child.n, [D(n=1).n, *[D(n=i).n for i in range(3)]])
try:
    D(n=10**6)
except RecursionError as error:
    print(error)
# conformance: not yet as 3.15

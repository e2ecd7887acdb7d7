import sys, gc
class A:
    def __getitem__(self, at):
        print(sys.getrefcount(at), gc.is_tracked(at))
        return at
a = A()
a[1:]
a[1:]
b = a[2:3]
print(sys.getrefcount(b))
c = a[2:3]
print(b is c)
def f():
    d = a[2:3]
    print(sys.getrefcount(d), b is d)
    return a[2:3], a[2:3]
f()

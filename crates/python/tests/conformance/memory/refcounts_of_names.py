import sys
a = []
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a))
c = [a, a]
print(sys.getrefcount(a))
del b
c.pop()
print(sys.getrefcount(a))
def f(x):
    return sys.getrefcount(x)
print(f(a), f([]))
c[0] = None
print(sys.getrefcount(a))
d = {"k": a}
t = (a, a, a)
print(sys.getrefcount(a))
del d, t
print(sys.getrefcount(a), sys.getrefcount(None) > 1000, sys.getrefcount(1) > 1000)
class C: pass
o = C()
o.attr = o2 = o
print(sys.getrefcount(o))
del o.attr
print(sys.getrefcount(o))
m = o.__init__
print(sys.getrefcount(o))

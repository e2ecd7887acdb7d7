a = []
b = []
print(a is b, a == b, id(a) == id(b), id(a) == id(a), a is not b)
x = y = []
print(x is y)
def f(l=[]): return l
print(f() is f(), f([]) is f([]))
s = "hello"
t = "hello"
u = "".join(["hel", "lo"])
import sys
print(s is t, s is u, s == u, sys.intern(u) is s)
print((1, 2) == (1, 2), tuple([1]) is tuple([1]), frozenset() is frozenset())
n = None
print(n is None, type(n) is type(None), ... is Ellipsis, NotImplemented is NotImplemented)
l = [1, 2]
m = l
m += [3]
print(l is m, l)
m = m + [4]
print(l is m, l)
class C: pass
print(C() is C(), C is C, C().__class__ is C, C.__dict__ is C.__dict__, type(C) is type)

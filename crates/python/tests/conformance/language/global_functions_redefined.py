def f(): return 1
g = f
def f(): return 2
print(f(), g())
class C:
    def m(self): return "old"
    alias = m
    def m(self): return "new"
print(C().m(), C().alias())
if True:
    def h(): return "branch"
else:
    def h(): return "other"
print(h())
def outer():
    def inner(): return "a"
    first = inner
    def inner(): return "b"
    return first(), inner()
print(outer())
for i in range(2):
    def loop(): return i
print(loop())
del f
try:
    f()
except NameError as e:
    print(e)
print(g())
def decorated(func): return 5
@decorated
def k(): pass
print(k)

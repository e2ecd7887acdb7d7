import gc
gc.collect(); gc.disable()
g=gc.get_count
n=[0]*20
class A: pass
class S(A):
    def __init__(self): super().__init__(); self.x=1
class S2(A):
    def __init__(self): self.x=1
class S3(A):
    def f(self): super().__init__()
n[0]=g()[0]
n[1]=g()[0]
s=S()
n[2]=g()[0]
s=S()
n[3]=g()[0]
s=S()
n[4]=g()[0]
s=S2()
n[5]=g()[0]
s=S2()
n[6]=g()[0]
s=S3()
n[7]=g()[0]
s.f()
n[8]=g()[0]
s.f()
n[9]=g()[0]
s.__init__()
n[10]=g()[0]
object.__init__(s)
n[11]=g()[0]
object.__init__(s)
n[12]=g()[0]
s.__init__()
n[13]=g()[0]
print([b-a for a,b in zip(n,n[1:])])
import sys
R=sys.getrefcount
class In:
    def __init__(self, v): self.r = (R(self), R(v)); self.v = v
class In2:
    def __init__(self, v): self.r = (R(self), R(v)); self.v = v
o=object()
def f2():
    i = In(o); print(i.r)
f2()
f2()
def f3():
    i = In2(o); print(i.r)
f3()
f3()
i = In(o); print(i.r)
for _ in range(3):
    i = In(o); print(i.r)
class Q:
    def __call__(self, z): return R(self), R(z)
q=Q()
def f4():
   return q(o)
print(f4(),f4(),f4())

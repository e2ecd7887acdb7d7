import atexit, gc, weakref, sys
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = N("a"); b = N("b")
_c = N("_c")
a.b = b; b.a = a
l = [N("l1"), N("l2"), N("l3")]
atexit.register(print, "atexit 1")
atexit.register(print, "atexit 2", sep="-")
class O: pass
o = O()
f = weakref.finalize(o, print, "finalize o")
f2 = weakref.finalize(o, print, "finalize o 2")
f2.atexit = False
def fn(): return a
z = N("z")
print("end")

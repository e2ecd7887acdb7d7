import atexit
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


atexit.register(print, "atexit one")
@atexit.register
def two(): print("atexit two")


a = D("global a")
_b = D("private b")
class Holder:
    attr = D("class attribute")
l = [D("in list")]
c = D("cycle")
c.me = c
def f(default=D("default")): pass
print("end of program")

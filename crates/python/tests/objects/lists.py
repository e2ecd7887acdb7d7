import gc
gc.collect(); gc.disable()
def show(a):
    print([type(x).__name__ for x in gc.get_objects(0) if x is not a])
    gc.collect()
def f(self): pass
gc.collect()
class A: pass
show(1)
p = property(f)
show(1)
c = classmethod(f)
show(1)
s = staticmethod(f)
show(1)
class A:
    def __init__(self, v): self.v = v
show(1)
class A:
    @property
    def p(self): return self.v
show(1)
class A:
    @classmethod
    def c(cls): return cls
show(1)
class A:
    def f(self): return super()
show(1)
class M(type): pass
show(1)
class X(metaclass=M): pass
show(1)
class S: __slots__ = ('a', 'b')
show(1)
class S: __slots__ = ()
show(1)
class E(Exception): pass
show(1)

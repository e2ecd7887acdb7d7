import sys
R = sys.getrefcount
class Q:
    @property
    def p(self): return R(self)
    def __getitem__(self, k): return R(self), R(k)
    @property
    def bad(self): return 1 / 0
    @property
    def noarg(): return 1
    def __init__(self): self.v = 5
    @property
    def gen(self):
        yield self
    class_attr = property(lambda self: self.v)
q = Q()
o = object()
def f():
    return q.p, q[o], q.class_attr
def g():
    x = Q()
    return x.p, x[o], Q().p, Q()[o]
for _ in range(3):
    print(f(), g())
print(q.p, q[o])
for bad in (lambda: q.bad, lambda: q.noarg, lambda: q[1, 2] and 1 / 0, lambda: Q().bad):
    for _ in range(2):
        try: bad()
        except Exception as e: print(type(e).__name__, e, e.__traceback__.tb_next is not None)
print(R(q), list(q.gen) == [q], R(q))
def deep(n):
    class D:
        @property
        def p(self): return self.p
    try: return D().p
    except RecursionError as e: return str(e)[:34]
print(deep(1))
class Bad:
    def __getitem__(self): return 1
    def __init__(self, a, *b, c=1): self.r = R(self), R(a)
try: Bad(1)[1]
except TypeError as e: print(e)
for _ in range(3): print(Bad(o).r, Bad(o, 1).r, Bad(o, c=3).r)
print(R(o), R(q))

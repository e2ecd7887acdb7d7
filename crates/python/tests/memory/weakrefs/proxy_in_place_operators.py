import weakref, operator
class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N({self.v})'
names = 'add sub mul matmul truediv floordiv mod pow lshift rshift and or xor'.split()
def make(name):
    def f(self, other):
        print(name, type(self).__name__, type(other).__name__); self.v += 1
        return self
    return f
for n in names:
    setattr(N, f'__i{n}__', make('i' + n)); setattr(N, f'__{n}__', make(n)); setattr(N, f'__r{n}__', make('r' + n))
n = N(1); m = N(2)
p = weakref.proxy(n)
for name in names:
    q = p
    r = getattr(operator, f'i{name}' if name not in ('and', 'or') else f'i{name}')(q, m)
    print(type(r).__name__, r is n)
p += 1; print(type(p).__name__, p is n)
p = weakref.proxy(n); q = weakref.proxy(m)
print(type(p + q).__name__, type(1 + p).__name__, type(m - p).__name__, divmod.__name__)
try: divmod(p, 2)
except TypeError as e: print(e)
try: -p
except TypeError as e: print(e)
try: abs(p)
except TypeError as e: print(e)
del n, p

# dunders
def tryit(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'V({self.v})'
    def __add__(self, o): print('add', self, o); return NotImplemented
    def __radd__(self, o): print('radd', self, o); return 1
    def __sub__(self, o): return ('sub', self, o)
    def __iadd__(self, o): self.v += o; return self
    def __neg__(self): return ('neg', self)
    def __pos__(self): return ('pos', self)
    def __invert__(self): return ('inv', self)
    def __abs__(self): return ('abs', self)
    def __eq__(self, o): return isinstance(o, V) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __len__(self): return self.v
    def __getitem__(self, k): return ('get', k)
    def __setitem__(self, k, x): print('set', k, x)
    def __delitem__(self, k): print('del', k)
    def __contains__(self, k): return k == self.v
    def __call__(self, *a, **k): return ('call', a, k)
    def __int__(self): return self.v
    def __float__(self): return float(self.v)
    def __index__(self): return self.v
    def __enter__(self): return self
    def __exit__(self, *a): print('exit', a[0]); return True
    def __divmod__(self, o): return ('divmod', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __matmul__(self, o): return ('matmul', o)
    def __round__(self, n=None): return ('round', n)
    def __format__(self, s): return f'<{s}>'
    def __bool__(self): return self.v > 0
v, w = V(1), V(2)
tryit(lambda: v + w)
tryit(lambda: v + 3)
print(3 + v, v - 1)
tryit(lambda: 1 - v)
tryit(lambda: [] < v)
v += 5; print(v)
print(-v, +v, ~v, abs(v), v == V(6), v != V(6), v < V(9), v > V(9))
tryit(lambda: v <= 3)
tryit(lambda: hash(v))
tryit(lambda: {v: 1})
print(len(v), v[1], v[1:2], v[1, 2], 6 in v, 7 in v, v(1, k=2), int(v), float(v), [0, 1, 2, 3, 4, 5, 6][v], bool(v), bool(V(0)))
v[1] = 2; del v[3]
with v as z: print(z); 1 / 0
print(divmod(v, 2), pow(v, 2), pow(v, 2, 3), v ** 2, 2 ** v, v @ 3, round(v), round(v, 2), f'{v:abc}', format(v, 'q'), '{:x}'.format(v))
class Base:
    def __add__(self, o): return 'Base.add'
    def __radd__(self, o): return 'Base.radd'
class Sub(Base):
    def __radd__(self, o): return 'Sub.radd'
class Sub2(Base): pass
print(Base() + Sub(), Base() + Sub2(), Sub() + Base(), Base() + 1, 1 + Sub())
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 100)
    def __repr__(self): return f'I({int(self)})'
print(I(1) + 2, 2 + I(1), I(3) * 2, -I(3), I(5) // 2, I(1) == 1, hash(I(7)), {I(1): 2}[1])
class L(list):
    def __len__(self): return 42
    def __getitem__(self, i): return 'item'
l = L([1, 2]); print(len(l), l[0], l, list(l), bool(L()), l + [3])
class D(dict):
    def __missing__(self, k): return 'missing ' + k
d = D(a=1); print(d['a'], d['b'], d.get('c'), d)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), max(It()), [*It()], tuple(It()), dict(zip(It(), It())), 2 in It(), 9 in It())
a, b, c = It(); print(a, b, c)
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), list(reversed([1])))
class NoIter: __iter__ = None
tryit(lambda: iter(NoIter()))
class NoCont: __contains__ = None
tryit(lambda: 1 in NoCont())
class NoHash: __hash__ = None
tryit(lambda: hash(NoHash()))
class BadHash:
    def __hash__(self): return 'x'
tryit(lambda: hash(BadHash()))
class BadLen:
    def __len__(self): return -1
tryit(lambda: len(BadLen()))
class BadLen2:
    def __len__(self): return 'a'
tryit(lambda: len(BadLen2()))
class BadBool:
    def __bool__(self): return 1
tryit(lambda: bool(BadBool()))
class BadRepr:
    def __repr__(self): return 1
tryit(lambda: repr(BadRepr()))
class BadStr:
    def __str__(self): return 1
tryit(lambda: str(BadStr()))
class BadIdx:
    def __index__(self): return 'a'
tryit(lambda: [1][BadIdx()])
class G:
    def __getattr__(self, n):
        if n == 'bad': raise AttributeError('no ' + n)
        return 'got ' + n
    y = 5
g = G(); g.x = 1
print(g.x, g.y, g.z)
tryit(lambda: g.bad)
class GA:
    def __getattribute__(self, n): return 'ga ' + n
    def __getattr__(self, n): return 'never'
print(GA().q, GA().__class__)
class GB:
    def __getattribute__(self, n):
        if n == 'k': raise AttributeError('k!')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'fallback ' + n
print(GB().k, GB().zz)
class SA:
    def __setattr__(self, n, v): print('setattr', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('delattr', n); super().__delattr__(n)
s = SA(); s.a = 1; print(s.a); del s.a
tryit(lambda: delattr(s, 'a'))
class Desc:
    def __get__(self, o, t=None): return ('get', o is None, t.__name__)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
    def __set_name__(self, o, n): print('set_name', o.__name__, n)
class H: d = Desc()
h = H(); print(h.d, H.d); h.d = 3; del h.d; h.__dict__['d'] = 9; print(h.d)
class ND:
    def __get__(self, o, t): return 'nd'
class H2: d = ND()
h = H2(); print(h.d); h.d = 4; print(h.d)
# late assignment
class Late: pass
la = Late()
tryit(lambda: len(la))
Late.__len__ = lambda self: 3
print(len(la)); Late.__add__ = lambda s, o: 'added'; print(la + 1)
class LateSub(Late): pass
print(len(LateSub())); del Late.__len__
tryit(lambda: len(LateSub()))
Late.__call__ = lambda s: 'called'; print(LateSub()())
Late.__getattr__ = lambda s, n: 'attr ' + n; print(LateSub().foo)
class Hashy:
    def __hash__(self): return 2 ** 70
print(hash(Hashy()), hash(Hashy()) == hash(2 ** 70))
class Eq:
    def __eq__(self, o): return True
    __hash__ = object.__hash__
print(Eq() == 1, Eq() != 1, hash(Eq()) != 0)

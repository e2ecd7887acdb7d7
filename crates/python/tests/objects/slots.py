# slots
def tryit(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
class S:
    __slots__ = ('b', 'a')
    def __init__(self): self.a = 1
s = S()
print(s.a)
tryit(lambda: s.b)
tryit(lambda: setattr(s, 'c', 1))
tryit(lambda: delattr(s, 'b'))
del s.a
tryit(lambda: s.a)
tryit(lambda: s.__dict__)
print(S.a, S.__slots__, list(S.__dict__))
class S2(S):
    __slots__ = 'c'
x = S2(); x.c = 3; x.a = 2; print(x.a, x.c)
class S3(S): pass
y = S3(); y.a = 1; y.z = 2; print(y.__dict__, y.a)
tryit(lambda: type('Q', (), {'__slots__': ('x',), 'x': 1}))
tryit(lambda: type('Q', (), {'__slots__': ('1x',)}))
tryit(lambda: type('Q', (), {'__slots__': (1,)}))
tryit(lambda: type('Q', (int,), {'__slots__': ('x',)}))
tryit(lambda: type('Q', (int,), {'__slots__': ()}))
tryit(lambda: type('Q', (), {'__slots__': ('__dict__', '__dict__')}))
tryit(lambda: type('Q', (), {'__slots__': ('__weakref__', '__weakref__')}))
tryit(lambda: type('Q', (D,), {'__slots__': ('__dict__',)}) if (D := type('D', (), {})) else 0)
class T1: __slots__ = ('a',)
class T2: __slots__ = ('b',)
tryit(lambda: type('Q', (T1, T2), {}))
class T3: __slots__ = ()
class T4(T1, T3): __slots__ = ('z',)
t = T4(); t.a = 1; t.z = 2; print(t.a, t.z)
class P:
    __slots__ = ('__priv',)
    def __init__(self): self.__priv = 3
print(list(k for k in P.__dict__ if 'priv' in k), P()._P__priv)
tryit(lambda: S.a.__get__(1))
tryit(lambda: S.a.__set__(1, 2))
import weakref
tryit(lambda: weakref.ref(s))
class W:
    __slots__ = ('__weakref__', 'q')
w = W(); r = weakref.ref(w); print(r() is w, w.__weakref__ is r)
class LS(list):
    __slots__ = ('n',)
l = LS([1]); l.n = 5; print(l, l.n)
tryit(lambda: setattr(l, 'm', 1))
class EX(Exception):
    __slots__ = ('code',)
e = EX('boo'); e.code = 3; e.other = 4; print(e.code, e.args)
# __class__ assignment
class A:
    def f(self): return 'A'
class B:
    def f(self): return 'B'
a = A(); a.x = 1; a.__class__ = B; print(a.f(), a.x, a.__dict__)
tryit(lambda: setattr(a, '__class__', S))
tryit(lambda: setattr(a, '__class__', 1))
tryit(lambda: setattr(1, '__class__', B))
tryit(lambda: setattr(a, '__class__', int))
tryit(lambda: delattr(a, '__class__'))
a.__dict__ = {'q': 1}
print(a.q, a.__dict__)
tryit(lambda: setattr(a, '__dict__', 1))
tryit(lambda: a.x)
del a.__dict__
print(a.__dict__)

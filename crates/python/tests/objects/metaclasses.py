# metaclasses etc
def tryit(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e, getattr(e, '__notes__', ''))
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **kw): print('prepare', m.__name__, name, bases, kw); return {'injected': 1}
    def __new__(m, name, bases, ns, **kw): print('new', name, sorted(k for k in ns if not k.startswith('__')), kw); return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw): print('init', c.__name__, kw); super().__init__(name, bases, ns)
    def __call__(c, *a): print('call', a); return super().__call__(*a)
    def __repr__(c): return f'<M {c.__name__}>'
    def __len__(c): return 7
    def __iter__(c): return iter([1, 2])
    def __getitem__(c, k): return ('item', k)
    def __contains__(c, k): return True
    def __instancecheck__(c, o): return o == 'yes'
    def __subclasscheck__(c, o): return o is int
    @property
    def mp(c): return 'mp of ' + c.__name__
    mattr = 'on meta'
class A(metaclass=M, q=3):
    def __init__(self, *a): print('A.__init__', a)
    z = 5
class B(A): pass
print(A, type(A), type(B), len(A), list(A), A[3], 5 in A, A.injected, A.mp, A.mattr, isinstance('yes', A), isinstance('no', A), issubclass(int, A), issubclass(str, A))
a = A(1, 2)
tryit(lambda: a.mattr)
class M2(type): pass
class C2(metaclass=M2): pass
tryit(lambda: type('X', (A, C2), {}))
class M3(M2): pass
print(type(M3('Y', (C2,), {})), type(type('Z', (M3('Y', (C2,), {}),), {})))
class IS:
    subs = []
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); IS.subs.append((cls.__name__, tag))
class I1(IS, tag=1): pass
class I2(I1): pass
print(IS.subs)
tryit(lambda: type('X', (), {}, foo=1))
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int], CG['a', 1])
tryit(lambda: I1[0])
class ME:
    def __mro_entries__(self, bases): return (dict,)
class FromME(ME()): pass
print(FromME.__bases__, len(FromME.__orig_bases__))
class G(list[int]): pass
print(G.__bases__, G.__orig_bases__, list[int], dict[str, list[int]], tuple[int, ...], list[int] == list[int], list[int]([1]))
class SN:
    def __set_name__(self, o, n): raise ValueError('sn')
tryit(lambda: type('Q', (), {'a': SN()}))
print(A.__subclasses__(), int.__subclasses__(), [c.__name__ for c in IS.__subclasses__()])
# dynamic
X = type('X', (IS,), {'f': lambda self: 'f!'}, tag='dyn')
print(X().f(), X.__name__, X.__module__, IS.subs[-1])
X.__name__ = 'Renamed'; print(X)
X.__qualname__ = 'QQ'; print(X)
tryit(lambda: setattr(X, '__name__', 1))
tryit(lambda: setattr(int, 'foo', 1))
tryit(lambda: setattr(int, '__name__', 'x'))
tryit(lambda: delattr(int, 'foo'))
tryit(lambda: delattr(X, '__name__'))
X.__doc__ = 'hey'; print(X.__doc__)
class Bs1:
    def f(self): return 1
class Bs2:
    def f(self): return 2
class Bc(Bs1): pass
o = Bc(); print(o.f()); Bc.__bases__ = (Bs2,); print(o.f(), Bc.__mro__, Bs1.__subclasses__(), Bs2.__subclasses__())
tryit(lambda: setattr(Bc, '__bases__', (Bc,)))
tryit(lambda: setattr(Bc, '__bases__', ()))
tryit(lambda: setattr(Bc, '__bases__', 1))
# super
class P1:
    def who(self): return ['P1']
    @classmethod
    def cm(cls): return cls.__name__
    attr = 'p1'
class P2(P1):
    def who(self): return ['P2'] + super().who()
    @classmethod
    def cm(cls): return 'P2>' + super().cm()
class P3(P1):
    def who(self): return ['P3'] + super(P3, self).who()
class P4(P2, P3):
    def who(self): return ['P4'] + super().who()
    def later(self): s = super(); return s.who(), s.attr, s
p = P4(); print(p.who(), P4.cm(), p.later()[:2], str(p.later()[2])[:30], super(P2, p).attr)
tryit(lambda: super(P4, P1()).who())
tryit(lambda: super().x)
def noargs(): super()
tryit(noargs)
def nocell(x): super()
tryit(lambda: nocell(1))
tryit(lambda: super(P2, p).zzz)
tryit(lambda: super(1))
u = super(P2); print(str(u), u.__thisclass__, u.__self__)
# abc-like
class Abs:
    __abstractmethods__ = frozenset({'foo'})
Abs2 = type('Abs2', (), {}); Abs2.__abstractmethods__ = frozenset(['b', 'a'])
tryit(lambda: Abs2())
# cells
def outer():
    x = 1
    def inner(): return x
    return inner
f = outer(); print(f.__closure__[0].cell_contents, f.__code__.co_freevars, f.__name__, f.__qualname__)
f.__closure__[0].cell_contents = 5; print(f())
def g(a, b=2, *c, d, e=5, **k) -> int: "gdoc"; z = 1
print(g.__defaults__, g.__kwdefaults__, g.__annotations__, g.__doc__, g.__module__, g.__code__.co_varnames, g.__code__.co_argcount, g.__code__.co_flags, g.__code__.co_name)
g.attr = 1; print(g.__dict__, g.attr); g.__defaults__ = None; g.__name__ = 'gg'; print(g.__name__, repr(g)[:13])
tryit(lambda: setattr(g, '__name__', 1))
tryit(lambda: setattr(g, '__defaults__', 1))
tryit(lambda: setattr(g, '__code__', 1))
m = p.who; print(m.__func__ is P4.who, m.__self__ is p, m == p.who, m is p.who, hash(m) == hash(p.who), m.__name__, str(m)[:25])
print([].append.__name__, [].append.__self__, [].append.__qualname__, list.append, list.append.__qualname__, len, len.__name__, len.__module__, (5).__add__.__name__, int.__add__, int.__add__(1, 2), object.__repr__ is not None)
tryit(lambda: list.append(1, 2))
tryit(lambda: list.append())
tryit(lambda: list.append([], 1, 2))
tryit(lambda: int.__add__('a', 1))
tryit(lambda: int.__add__())
tryit(lambda: int.__add__(1))
tryit(lambda: (1).__add__(1, 2))
tryit(lambda: len(1, 2))
tryit(lambda: len(x=1))
tryit(lambda: str.upper(1))
tryit(lambda: dict.fromkeys('ab'))
tryit(lambda: type.__call__(int, '5'))
tryit(lambda: property().__get__(1))
tryit(lambda: vars(1))
tryit(lambda: getattr(1, 2))
tryit(lambda: getattr(1, 'x', 'dflt'))
tryit(lambda: hasattr(1, 'real'))
print(A.__dict__['z'], type(A.__dict__), 'z' in A.__dict__)
tryit(lambda: A.__dict__.__setitem__)
print(int | None, int | str | int, None | int, list[int] | None)
import sys
tryit(lambda: sys.nope)
print(sys, type(sys))
print(callable(len), callable(1), callable(A), callable(p), dir(P1())[-3:], None.__class__, type(None), type(...), ...)
print(object.__dict__['__class__'], type.__dict__['__name__'], str(object())[:18])
def order(*classes):
    class Meta(type):
        def mro(cls): return list(classes)
    return Meta('X', (), {})
tryit(lambda: order())
tryit(lambda: order(1))
tryit(lambda: order(int, object))
tryit(lambda: order(object)().__init__())
tryit(lambda: type('a\0b', (), {}))

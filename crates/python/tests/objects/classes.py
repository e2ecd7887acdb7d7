# basics
class A:
    """doc"""
    x = 1
    y: int = 2
    def __init__(self, a, b=2): self.a, self.b = a, b
    def f(self): return self.a
    @classmethod
    def cm(cls, z): return cls, z
    @staticmethod
    def sm(z): return z
    @property
    def p(self): "pdoc"; return self.a * 10
    @p.setter
    def p(self, v): self.a = v
    @p.deleter
    def p(self): del self.a
a = A(1)
print(a.f(), A.cm(3), a.cm(4), A.sm(5), a.sm(6), a.p)
a.p = 7
print(a.p, a.a, a.__dict__, vars(a))
del a.p
try: a.p
except AttributeError as e: print(e)
class RO:
    @property
    def q(self): return 1
def tryit(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
tryit(lambda: setattr(RO(), 'q', 2))
tryit(lambda: delattr(RO(), 'q'))
tryit(lambda: RO().zz)
tryit(lambda: delattr(RO(), 'zz'))
tryit(lambda: RO.zz)
tryit(lambda: delattr(RO, 'zz'))
tryit(lambda: RO.q.fget.zz)
print(A, A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, A.__mro__, A.__annotations__)
print(list(A.__dict__))
print(A.__dict__['cm'].__func__.__name__, A.__dict__['sm'].__wrapped__.__name__)
class B(A):
    def f(self): return super().f() + 1
    def g(self):
        class C:
            def h(s): return __class__
        return C().h().__qualname__
b = B(5)
print(b.f(), b.g(), B.__mro__)
print(isinstance(b, A), isinstance(a, B), issubclass(B, A), issubclass(A, (int, object)), isinstance(1, int | str), isinstance('', (int, (str,))))
tryit(lambda: isinstance(1, 1))
tryit(lambda: issubclass(1, int))
tryit(lambda: issubclass(int, 1))
tryit(lambda: isinstance(1, list[int]))
class D1: pass
class D2(D1): pass
class D3(D1): pass
class D4(D2, D3): pass
print([c.__name__ for c in D4.__mro__], D4.mro() == list(D4.__mro__))
def tryit(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
tryit(lambda: type('X', (D1, D2), {}))
tryit(lambda: type('X', (D1, D1), {}))
tryit(lambda: type('X', (int, str), {}))
tryit(lambda: type('X', (bool,), {}))
tryit(lambda: type('X', (1,), {}))
tryit(lambda: type('X', [], {}))
tryit(lambda: type('X', (), 1))
tryit(lambda: type(1, (), {}))
tryit(lambda: type('X', ()))
tryit(lambda: type())
tryit(lambda: object(1))
tryit(lambda: D1(1))
tryit(lambda: D1(x=1))
tryit(lambda: D1.__new__())
tryit(lambda: object.__new__(1))
tryit(lambda: object.__new__(int))
tryit(lambda: int.__new__(D1))
tryit(lambda: object.__init__(D1(), 1))
tryit(lambda: D1.__init__(D1(), 1))
tryit(lambda: type(lambda: 0)())
tryit(lambda: type(None)(1))
tryit(lambda: type(None)())
tryit(lambda: A())
tryit(lambda: A(1, 2, 3))
tryit(lambda: A(1, c=3))
class Ini:
    def __init__(self): return 5
tryit(lambda: Ini())
class NewOnly:
    def __new__(cls, x):
        self = super().__new__(cls)
        self.x = x
        return self
tryit(lambda: NewOnly(3).x)
class NewBad:
    def __new__(cls, x): return super().__new__(cls, x)
tryit(lambda: NewBad(3))
class NewOther:
    def __new__(cls): return 42
    def __init__(self): print('not called')
tryit(lambda: NewOther())

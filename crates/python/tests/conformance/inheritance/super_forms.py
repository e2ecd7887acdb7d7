class A:
    x = 1
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c of " + cls.__name__
    @staticmethod
    def s(): return "A.s"


class B(A):
    x = 2
    def f(self):
        g = lambda: super(B, self).f()
        return "B>" + super().f() + g() + str(super().x)
    @classmethod
    def c(cls): return "B>" + super().c()
    @staticmethod
    def s(): return "B>" + super(B, B).s()
    def nested(self):
        def inner(this):
            return super().f()
        return inner(self)
    def comprehension(self):
        return [super(B, self).f() for _ in range(1)]


b = B()
print(b.f(), B.c(), B.s(), b.nested(), b.comprehension())
print(super(B, b).x, super(B, b).__self__ is b, super(B, b).__thisclass__, super(B, b).__self_class__)
print(super(B, B).f(b), super(B))
for attempt in (lambda: super(), lambda: super(A, 1), lambda: super(B, A()), lambda: super(1), lambda: super(B, b).nope, lambda: super(A, b).f()):
    try:
        print(attempt())
    except (TypeError, RuntimeError, AttributeError) as e:
        print(type(e).__name__, e)

class C:
    x = 1
    @property
    def p(self): raise AttributeError("inside property")
    @property
    def q(self): raise ValueError("value error")
c = C()
print(getattr(c, "x"), getattr(c, "y", "default"), hasattr(c, "x"), hasattr(c, "y"), hasattr(c, "p"), getattr(c, "p", "fallback"), getattr(C, "x"), getattr(c, "__class__").__name__)
setattr(c, "y", 2); setattr(c, "not an identifier", 3)
print(c.y, c.__dict__, getattr(c, "not an identifier"))
delattr(c, "y")
for f in (lambda: c.y, lambda: getattr(c, "y"), lambda: hasattr(c, "q"), lambda: getattr(c, 5), lambda: setattr(c, 5, 1), lambda: delattr(c, "x"), lambda: hasattr(c, 1), lambda: getattr(c), lambda: setattr(c, "a"), lambda: delattr(c, "zz"), lambda: c.p, lambda: c.q, lambda: setattr(c, "p", 1), lambda: getattr(c, "y", 1, 2), lambda: vars(5), lambda: setattr(5, "x", 1), lambda: setattr("s", "upper", 1), lambda: delattr([], "append")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

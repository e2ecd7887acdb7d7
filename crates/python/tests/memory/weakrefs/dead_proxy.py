import weakref


class A:
    x = 1

    def m(self):
        return 'm'


a = A()
p = weakref.proxy(a)
r = weakref.ref(a)
print(p.x, p.m(), p == a, p != a, bool(p), isinstance(p, A))
del a
for use in (lambda: p.x, lambda: p.m(), lambda: bool(p), lambda: p == p, lambda: str(p), lambda: p + 1, lambda: len(p),
            lambda: p[0], lambda: iter(p), lambda: setattr(p, 'x', 2), lambda: 1 in p, lambda: p.__class__):
    try:
        print(use())
    except Exception as e:
        print(type(e).__name__, e)
print(r(), type(p).__name__, repr(p)[:15])

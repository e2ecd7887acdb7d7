import weakref


class Named(weakref.ref):
    __slots__ = 'name',

    def __new__(cls, thing, callback=None, *, name):
        return super().__new__(cls, thing, callback)

    def __init__(self, thing, callback=None, *, name):
        super().__init__(thing, callback)
        self.name = name


class Plain(weakref.ref):
    pass


class A:
    pass


a = A()
one, two = Named(a, name='one'), Named(a, name='two')
plain, other = Plain(a), Plain(a)
print(one is two, one == two, one.name, one() is a, plain is other, hash(plain) == hash(a))
plain.attribute = 1
print(weakref.getweakrefcount(a), [type(r).__name__ for r in weakref.getweakrefs(a)])
called = Named(a, lambda r: print('callback', r.name, r()), name='called')
print(called.__callback__ is not None, one.__callback__)
del a
print(one(), called.__callback__)

# References of a subclass of ref are never shared, and come after the basic ones, newest first.
import weakref


class Ref(weakref.ref):
    __slots__ = ('name',)


class A:
    pass


a = A()
one, two = Ref(a), Ref(a)
one.name, two.name = 'one', 'two'
basic, proxy = weakref.ref(a), weakref.proxy(a)
print(one is two, one == two, basic == one, hash(one) == hash(basic), weakref.getweakrefcount(a))
print([r is basic or r is proxy or r.name for r in weakref.getweakrefs(a)])
called = Ref(a, lambda r: print('callback', r.name, r()))
called.name = 'called'
del a
print(one(), two(), basic(), one == two, one == one)

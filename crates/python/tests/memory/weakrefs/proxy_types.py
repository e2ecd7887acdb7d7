import weakref


class A:
    def method(self):
        return 'method', self.__class__.__name__


class Callable:
    def __call__(self, x):
        return x


a, c = A(), Callable()
p, q = weakref.proxy(a), weakref.proxy(c)
print(type(p) is weakref.ProxyType, type(q) is weakref.CallableProxyType, q(3))
print(isinstance(p, A), p.__class__ is A, p.method())
print(type(p) in weakref.ProxyTypes, weakref.getweakrefs(a) == [p])
try:
    p()
except TypeError as e:
    print(e)

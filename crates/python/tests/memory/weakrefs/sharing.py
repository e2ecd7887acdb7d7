import weakref


class A:
    pass


def callback(ref):
    pass


a = A()
first, second = weakref.ref(a), weakref.ref(a)
print(first is second, weakref.ref(a, None) is first)
called = weakref.ref(a, callback)
print(called is first, weakref.ref(a, callback) is called)
print(weakref.proxy(a) is weakref.proxy(a), weakref.proxy(a, None) is weakref.proxy(a))
p = weakref.proxy(a)
print(weakref.proxy(a) is p, weakref.proxy(a, callback) is p)
print(weakref.getweakrefcount(a))

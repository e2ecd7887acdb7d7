import weakref


class A:
    pass


a = A()
print(weakref.ref(a, None) is weakref.ref(a), weakref.proxy(a, None) is weakref.proxy(a))
for make in (lambda: weakref.ref(), lambda: weakref.ref(a, None, None), lambda: weakref.ref(a, callback=print),
             lambda: weakref.proxy(), lambda: weakref.proxy(a, None, None), lambda: weakref.proxy(1),
             lambda: weakref.getweakrefcount(), lambda: weakref.ref(a)(1)):
    try:
        print(make())
    except TypeError as e:
        print(e)
r = weakref.ref(a)
r.__init__(a)
print(weakref.getweakrefcount(1), weakref.getweakrefs(1), weakref.getweakrefcount(a), r.__callback__)

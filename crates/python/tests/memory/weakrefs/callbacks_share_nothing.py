import weakref


class A:
    pass


def callback(r):
    print('callback', r is refs[0], r is refs[1])


a = A()
refs = [weakref.ref(a, callback), weakref.ref(a, callback)]
basic = weakref.ref(a)
proxies = [weakref.proxy(a, callback), weakref.proxy(a)]
print(refs[0] is refs[1], refs[0] == refs[1], basic is weakref.ref(a), proxies[1] is weakref.proxy(a))
print(weakref.getweakrefcount(a), weakref.getweakrefs(a)[0] is basic)
del a
print(refs[0].__callback__, basic())

import weakref


class A:
    pass


a = A()
d = weakref.WeakValueDictionary()
d['a'] = a
e = weakref.WeakKeyDictionary()
e[a] = 'a'
del d
print(weakref.getweakrefcount(a))
f = weakref.WeakSet([a])
del a
print(len(e), len(f))

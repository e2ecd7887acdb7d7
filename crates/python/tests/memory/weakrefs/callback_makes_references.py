import weakref


class A:
    pass


made = []


def callback(r):
    print('callback', r(), len(made))
    made.append(weakref.ref(keep, lambda r: print('second')))


keep = A()
a = A()
one = weakref.ref(a, callback)
two = weakref.ref(a, callback)
del a
print(weakref.getweakrefcount(keep))
del keep
print([r() for r in made])

import weakref


class A:
    pass


class Named:
    __name__ = 'a name'


def shape(ref):
    return [word for word in repr(ref).replace('>', ' >').split() if not word.startswith('0x')]


a, n = A(), Named()
r, s = weakref.ref(a), weakref.ref(n)
print(shape(r), shape(s))
del a
print(shape(r))
for arguments in [(), (1, 2, 3), (1,)]:
    try:
        weakref.ref(*arguments)
    except TypeError as e:
        print(e)
try:
    r(1)
except TypeError as e:
    print(e)

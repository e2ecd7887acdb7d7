import sys


class A:
    def __sizeof__(self):
        return 10


class B:
    __slots__ = ()

    def __sizeof__(self):
        return 10


class C:
    def __sizeof__(self):
        return -1


class D:
    def __sizeof__(self):
        return 'x'


class E(list):
    def __sizeof__(self):
        return super().__sizeof__() + 1000


size = sys.getsizeof
print(size(A()), size(B()), size(E()), size(E([1, 2])))
for thing in (C(), D()):
    try:
        print(size(thing))
    except Exception as e:
        print(type(e).__name__, e)
    print(size(thing, 'default') if type(thing) is D else '')
print(size(1, 'default'), size(default=5, object=[]))

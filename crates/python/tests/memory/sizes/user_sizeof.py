import sys


class A:
    def __sizeof__(self):
        return 1000


class B:
    def __sizeof__(self):
        return 'big'


class C:
    def __sizeof__(self):
        return -1


class D:
    __slots__ = ()

    def __sizeof__(self):
        return super().__sizeof__() + 8


print(sys.getsizeof(A()), sys.getsizeof(D()))
for o in (B(), C()):
    try:
        sys.getsizeof(o)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(sys.getsizeof(B(), 7), object.__sizeof__(object()))
try:
    sys.getsizeof()
except TypeError as e:
    print(e)

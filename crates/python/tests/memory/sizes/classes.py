import sys


class A:
    pass


class S:
    __slots__ = ('a',)


class Meta(type):
    pass


class M(metaclass=Meta):
    x = 1


class Derived(A):
    def f(self):
        pass


print(sys.getsizeof(A), sys.getsizeof(S), sys.getsizeof(M), sys.getsizeof(Meta), sys.getsizeof(Derived))
print(sys.getsizeof(type), sys.getsizeof(int), sys.getsizeof(Exception), sys.getsizeof(object))
print(type.__basicsize__, object.__basicsize__, int.__basicsize__, int.__itemsize__, tuple.__itemsize__)

import sys


class A:
    def m(self):
        pass

    @staticmethod
    def s():
        pass

    @classmethod
    def c(cls):
        pass

    @property
    def p(self):
        pass


def outer():
    x = 1

    def inner():
        return x
    return inner


print(sys.getsizeof(outer), sys.getsizeof(outer()), sys.getsizeof(lambda: 1), sys.getsizeof(A().m), sys.getsizeof(A().c))
print(sys.getsizeof(len), sys.getsizeof([].append), sys.getsizeof(list.append), sys.getsizeof(int.__add__))
print(sys.getsizeof((1).__add__), sys.getsizeof(A.__dict__['s']), sys.getsizeof(A.__dict__['c']), sys.getsizeof(A.p))
print(sys.getsizeof(outer().__closure__[0]), sys.getsizeof(super(A, A())), sys.getsizeof(A.__dict__))

class A:
    kind = []

    def m(self):
        return self


class B(A):
    __slots__ = ("s",)


b = B()
b.s = [b]
del B
x = A()
x.m().y = x

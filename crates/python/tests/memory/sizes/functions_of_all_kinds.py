import sys


def f(a, b=1, *args, c=2, **kw):
    """documentation"""


class A:
    x = property()

    def m(self):
        pass

    s = staticmethod(f)
    c = classmethod(f)


def outer():
    x = 1
    return lambda: x


size = sys.getsizeof
print(size(f), size(lambda: 1), size(outer()), size(outer().__closure__), size(outer().__closure__[0]), size(A().m), size(A.c))
print(size(A.x), size(vars(A)['s']), size(vars(A)['c']), size(len), size([].append), size(list.append), size(int.__add__))
print(size((1).__add__), size(A.__init__), size(A().__init__), size(object.__subclasshook__), size(vars(int)['from_bytes']))
print(size(int.real), size(type(f).__code__), size(f.__defaults__), size(f.__kwdefaults__), size(f.__globals__) > 1000)
f.attribute = 1
print(size(f), size(vars(f)), size(sys), size(vars(sys)) > 4000)

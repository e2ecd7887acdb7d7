# Annotation scopes see the class they stand in, and what encloses it.
class C:
    x = int

    def m[T: x](self, a: T, b: x) -> x:
        return T

    type Alias = x
    x = str


print(C.m.__type_params__[0].__bound__, C.m.__annotations__, C.Alias.__value__, C.m.__qualname__)


def outer():
    local = str

    class D:
        inner = bytes

        def m[T: (local, inner)](self):
            return T

        type Q = tuple[local, inner]

    return D


D = outer()
print(D().m().__constraints__, D.Q.__value__)


class E:
    def f[T](self):
        def g[U]():
            return T, U
        return g()


print(E().f())


def shadow[T](T2):
    T = 3
    return T


print(shadow(1), shadow.__type_params__)

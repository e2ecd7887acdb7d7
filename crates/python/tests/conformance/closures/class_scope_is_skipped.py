x = "global"


class C:
    x = "class"
    y = [x for _ in range(1)]
    z = [i for i in x]

    def f(self):
        return x

    g = lambda self: x
    w = (lambda: x)()


print(C().f(), C().g(), C.y, C.z, C.w)


def outer():
    x = "outer"

    class D:
        a = x
        x = "inner"
        b = x

        def f(self):
            return x

    return D


try:
    D = outer()
    print(D.a, D.b, D().f())
except NameError as e:
    print(e)

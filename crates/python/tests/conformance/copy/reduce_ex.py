import copyreg


class A:
    pass


a = A()
print(a.__reduce_ex__(4)[0] is copyreg.__newobj__, a.__reduce_ex__(4)[1:], a.__getstate__())
a.x = 1
print(a.__reduce_ex__(2)[2], a.__reduce_ex__(2)[2] is a.__dict__)
print({1}.__reduce__(), bytearray(b"a").__reduce__()[1][0], range(3).__reduce__(), slice(1, 2).__reduce__())
print((5).__getnewargs__(), "s".__getnewargs__(), (1, 2).__getnewargs__(), 1.5.__getnewargs__(), (1j).__getnewargs__())


class K:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.ab = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.ab[0],), {"b": self.ab[1]}


f, args, state = K(1, b=2).__reduce_ex__(4)[:3]
print(f is copyreg.__newobj_ex__, args, state)

class Data:
    def __get__(self, obj, owner):
        return ("data get", obj is None, owner.__name__)
    def __set__(self, obj, value):
        print("data set", value)
    def __delete__(self, obj):
        print("data delete")


class NonData:
    def __get__(self, obj, owner):
        return ("non-data get", obj is None)


class C:
    d = Data()
    n = NonData()


c = C()
print(c.d, C.d, c.n, C.n)
c.d = 5
del c.d
c.__dict__["d"] = "instance"
print(c.d)
c.n = "instance"
print(c.n)
del c.n
print(c.n)
C.d = "replaced"
print(c.d, C.d)

class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value


class C:
    a = Field()
    b = Field()
    c = d = Field()


x = C()
print(x.a, x.b)
x.a = 1
print(x.a, x.__dict__, C.a.name, C.c.name)
C.late = Field()
print(hasattr(C.late, "name"))


class Bad:
    def __set_name__(self, owner, name):
        raise ValueError("bad name")


try:
    class D:
        z = Bad()
except Exception as e:
    print(type(e).__name__, e, e.__notes__, e.__cause__)

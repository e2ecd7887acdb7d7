class OnlySet:
    def __set__(self, obj, value):
        obj.__dict__["x"] = value


class OnlyDelete:
    def __delete__(self, obj): print("deleted")


class OnlyGet:
    def __get__(self, obj, owner): raise AttributeError("from get")


class C:
    x = OnlySet()
    y = OnlyDelete()
    z = OnlyGet()
    def __getattr__(self, name): return "fallback " + name


c = C()
print(type(c.x).__name__)
c.x = 1
print(c.x, c.z)
for attempt in (lambda: delattr(c, "x"), lambda: setattr(c, "y", 1), lambda: delattr(c, "y"), lambda: C.z, lambda: delattr(c, "z")):
    try:
        attempt()
    except AttributeError as e:
        print(e)


class NotDescriptor:
    def __init__(self): self.__get__ = lambda *a: "instance get"


class D:
    n = NotDescriptor()


print(type(D().n).__name__)

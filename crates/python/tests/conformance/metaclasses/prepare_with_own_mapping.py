class Log(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("set", key)
        super().__setitem__(key, value)
    def __missing__(self, key):
        if key == "magic":
            return "conjured"
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Log()


class C(metaclass=Meta):
    a = 1
    a = 2
    b = magic
    def f(self): pass
    del a


print(C.b, hasattr(C, "a"), type(C.__dict__).__name__)


class Bad(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return 5


try:
    class D(metaclass=Bad): pass
except TypeError as e:
    print(e)

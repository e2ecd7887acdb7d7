class Base:
    registry = []

    @classmethod
    def make(cls, *args):
        obj = cls(*args)
        cls.registry.append(cls.__name__)
        return obj

    @staticmethod
    def add(a, b):
        return a + b

    @classmethod
    def who(cls):
        return cls.__name__


class Sub(Base):
    @classmethod
    def who(cls):
        return "sub of " + super().who()


print(type(Base.make()).__name__, type(Sub.make()).__name__, Base.registry)
print(Base.add(1, 2), Sub().add(3, 4), Sub.who(), Sub().who())
print(Base.__dict__["add"].__func__(5, 6), Base.__dict__["make"].__wrapped__.__name__)
print(type(Base.__dict__["add"]).__name__, type(Base.make).__name__, Base.make.__self__)
s = staticmethod(len)
print(s("abc"), s.__name__)
try:
    classmethod(len)()
except TypeError as e:
    print(e)

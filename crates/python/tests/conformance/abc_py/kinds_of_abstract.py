import abc


class Base(metaclass=abc.ABCMeta):
    @classmethod
    @abc.abstractmethod
    def make(cls): ...

    @staticmethod
    @abc.abstractmethod
    def helper(): ...

    @property
    @abc.abstractmethod
    def value(self): ...

    @value.setter
    def value(self, new): ...


print(sorted(Base.__abstractmethods__))
try:
    Base()
except TypeError as error:
    print(error)


class Real(Base):
    make = classmethod(lambda cls: cls())
    helper = staticmethod(lambda: 5)
    value = 3


print(Real.make().value, Real.helper(), Real.__abstractmethods__)

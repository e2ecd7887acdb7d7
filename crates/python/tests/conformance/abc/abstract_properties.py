from abc import ABC, abstractmethod


class Base(ABC):
    @property
    @abstractmethod
    def size(self): ...

    @classmethod
    @abstractmethod
    def build(cls): ...

    @staticmethod
    @abstractmethod
    def check(): ...


print(sorted(Base.__abstractmethods__))
try:
    Base()
except TypeError as error:
    print(error)


class Full(Base):
    size = 3
    build = classmethod(lambda cls: cls())
    check = staticmethod(lambda: "checked")


print(Full.build().size, Full.check(), Base.__dict__["size"].__isabstractmethod__)

from abc import ABC


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        print("asked about", other.__name__)
        if cls is Quacks:
            return any("quack" in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self): ...


class Cow:
    pass


print(issubclass(Duck, Quacks), issubclass(Duck, Quacks))
print(isinstance(Cow(), Quacks), isinstance(Cow(), Quacks))
Quacks.register(Cow)
print(isinstance(Cow(), Quacks))


class Wrong(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return "maybe"


try:
    issubclass(int, Wrong)
except AssertionError as error:
    print(error)

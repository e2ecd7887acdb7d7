from abc import ABC, abstractmethod


class Quacker(ABC):
    @abstractmethod
    def quack(self): ...

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Quacker:
            return any("quack" in base.__dict__ for base in C.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self):
        return "quack"


class Dog:
    pass


print(isinstance(Duck(), Quacker), issubclass(Dog, Quacker))
Dog.quack = Duck.quack
print(issubclass(Dog, Quacker))

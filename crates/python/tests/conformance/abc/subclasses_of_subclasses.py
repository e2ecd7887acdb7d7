from abc import ABC


class A(ABC):
    pass


class B(A):
    pass


class Plain:
    pass


print(issubclass(Plain, A))
B.register(Plain)
print(issubclass(Plain, B), issubclass(Plain, A), isinstance(Plain(), A))


class Claims:
    @property
    def __class__(self):
        return B


print(isinstance(Claims(), A), isinstance(Claims(), B), type(Claims()).__name__)
print([c.__name__ for c in A.__subclasses__()])

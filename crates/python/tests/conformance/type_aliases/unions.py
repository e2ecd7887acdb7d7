# Unions of types.
print(int | str, int | None, None | int, int | int, (int | str) | int, int | list[int], list[int] | None)
print((int | str).__args__, (int | str).__parameters__, int | str == str | int, hash(int | str) == hash(str | int))
print(isinstance(1, int | str), isinstance(1.0, int | str), isinstance(None, int | None), issubclass(bool, int | None))
print({int | str: 1}[str | int], (int | str) == 3, type(int | str), (int | str).__module__)


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: int | 1)
show(lambda: int | "x")
show(lambda: None | None)
show(lambda: (int | str)[int])
show(lambda: (int | str)())
show(lambda: (int | str) < (int | str))
show(lambda: (int | str).missing)
show(lambda: isinstance([], int | list[int]))
show(lambda: type(int | str)())


class Meta(type):
    def __or__(self, other):
        return "or"

    def __ror__(self, other):
        return "ror"


class A(metaclass=Meta):
    pass


print(A | int, int | A, A | None)

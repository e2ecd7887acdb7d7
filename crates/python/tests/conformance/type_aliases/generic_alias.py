# Subscripted builtin types.
print(list[int], dict[str, list[int]], tuple[()], tuple[int, ...], list[...], list[[int, str]], list["x"], list[None])
print(list[int].__origin__, dict[str, int].__args__, tuple[()].__args__, list[int].__parameters__)
print(list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int]), {list[int]: 1}[list[int]])
print(list[int]((1, 2)), list[int].__name__, list[int].__class__, list[int].__doc__ == list.__doc__)
print(list[int].__mro_entries__(()), callable(list[int]), isinstance(list[int], type))


class E(list[int]):
    pass


print(E.__bases__, E.__orig_bases__)


class F:
    __class_getitem__ = classmethod(type(list[int]))


print(F[int]().__orig_class__, F[int, str])


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: list[int][int])
show(lambda: isinstance([], list[int]))
show(lambda: issubclass(list, list[int]))
show(lambda: list[int] < list[int])
show(lambda: list[int].missing)
show(lambda: int[str])
show(lambda: type(list[int])(list))
show(lambda: type(list[int])(list, x=1))

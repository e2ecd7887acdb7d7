class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class Sub(Box): pass


print(Box[int], Sub[1, 2], Box["x"])
print(list[int], dict[str, int], tuple[int, ...], type[int], list[list[int]], set["x"])
print(list[int] == list[int], hash(list[int]) == hash(list[int]), list[int].__origin__, list[int].__args__)
print(list[int]([1, 2]), type(list[int]()))
for attempt in (lambda: int[str], lambda: Box()[0], lambda: isinstance([], list[int]), lambda: issubclass(list, list[int])):
    try:
        attempt()
    except TypeError as e:
        print(e)
print(int | str, int | None, isinstance(1, int | str), (int | str) == (str | int), (int | str).__args__)

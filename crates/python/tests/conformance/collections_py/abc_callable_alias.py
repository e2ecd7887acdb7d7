from collections.abc import Callable

print(Callable[[int, str], bool], Callable[..., None], Callable[[], int].__args__, Callable[[int], str].__origin__)
for wrong in ("Callable[int]", "Callable[int, str]"):
    try:
        eval(wrong)
    except TypeError as error:
        print(error)

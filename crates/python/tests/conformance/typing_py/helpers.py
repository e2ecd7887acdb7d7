from typing import TYPE_CHECKING, Any, assert_never, cast, final, get_overloads, no_type_check, overload


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


@final
class Last:
    @no_type_check
    def m(self, x: "nonsense!"): ...


print(f(1), [o.__annotations__["x"] for o in get_overloads(f)], cast(int, "s"), TYPE_CHECKING, Last.__final__)
print(Last.m.__no_type_check__)
try:
    assert_never("here")
except AssertionError as error:
    print(error)
for wrong in (lambda: Any(), lambda: isinstance(1, Any)):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Anything(Any):
    pass


print(isinstance(Anything(), Anything))

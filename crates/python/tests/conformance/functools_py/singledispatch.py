from collections.abc import Mapping, Sized
from functools import singledispatch


@singledispatch
def kind(value, extra=""):
    """Its kind."""
    return "object" + extra


@kind.register(int)
@kind.register(float)
def _(value, extra=""):
    return "number" + extra


kind.register(str, lambda value: "text")


@kind.register(Mapping)
def _(value):
    return "mapping"


@kind.register(Sized)
def _(value):
    return "sized"


print([kind(v) for v in (1, True, 2.5, "s", {}, [], None)], kind(None, "!"))
print(kind.dispatch(bool)(1), kind.dispatch(dict) is kind.registry[Mapping], kind.__name__, kind.__doc__)
for wrong in (lambda: kind(), lambda: kind.register(3, len)):
    try:
        wrong()
    except TypeError as error:
        print(error)

from contextlib import closing, suppress


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
with suppress(ZeroDivisionError, KeyError):
    print({}["missing"])
print("goes on")
try:
    with suppress(KeyError):
        1 / 0
except ZeroDivisionError as error:
    print(error)
with suppress(ValueError):
    raise ExceptionGroup("all", [ValueError(1)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("some", [ValueError(1), KeyError(2)])
except ExceptionGroup as group:
    print(repr(group))

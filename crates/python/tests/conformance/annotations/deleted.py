# An annotation needs the module's or class's `__annotations__`.
def local():
    (v): int = 5
    w: int
    try:
        print(w)
    except UnboundLocalError as error:
        print(error)
    return v


print(local(), local.__annotations__)
first: int = 1
del __annotations__
try:
    second: int = 2
except NameError as error:
    print(error)
print(second)


class A:
    __annotations__ = {"x": 1}
    y: int


print(A.__annotations__)

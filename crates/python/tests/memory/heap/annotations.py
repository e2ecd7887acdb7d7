def f(a: int, b: "x" = 1) -> str:
    return a


class A:
    x: int
    y: list = []


print(f.__annotations__, A.__annotations__)
z = A()

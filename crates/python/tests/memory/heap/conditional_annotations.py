n = 1
class C:
    if n:
        y: int = 2
    if not n:
        z: str = 2
    else:
        w: n
class E:
    if n > 4:
        y: int = 3
print(C.__annotations__, E.__annotations__)
def f():
    class C:
        if n:
            y: int = 2
        x: float
    return C.__annotations__
print(f())

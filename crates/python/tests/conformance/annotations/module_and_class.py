# Annotations of a module and of classes, in order, private names mangled.
x: int = 1
y: str
print(__annotations__)


class A:
    a: int
    __private: "str" = 2
    (c): int = 3
    print(__annotations__)


class B(A):
    pass


class C:
    z: float


print(A.__annotations__, B.__annotations__, C.__annotations__)
print("__annotations__" in B.__dict__, "__annotations__" in C.__dict__, hasattr(A, "a"))

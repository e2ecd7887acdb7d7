from dataclasses import dataclass, field


@dataclass
class A:
    x: int = 1
    y: list = field(default_factory=list)


@dataclass
class B(A):
    z: int = 3
    x: int = 10


print(B(), B(1, [2], 3), B.__doc__, A() == B(), isinstance(B(), A))


def frozen_child():
    @dataclass(frozen=True)
    class C(A):
        pass


def bare_after_default():
    @dataclass
    class C(A):
        w: int


for wrong in (frozen_child, bare_after_default):
    try:
        wrong()
    except TypeError as error:
        print(error)

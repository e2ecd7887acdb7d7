from dataclasses import dataclass, field


@dataclass(unsafe_hash=True)
class A:
    x: int = field(hash=False, default=1)
    y: int = 2


@dataclass(eq=True, frozen=True)
class B:
    x: int = 1


@dataclass(eq=False)
class C:
    x: int = 1


print(hash(A()) == hash((2,)), hash(B()) == hash((1,)), C() == C(), hash(C()) is not None)


@dataclass
class Node:
    next: object = None


n = Node()
n.next = n
print(n, Node.__hash__)

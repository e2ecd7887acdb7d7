from typing import Dict, Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Stack(Generic[T]):
    def __init__(self):
        self.items = []

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int]()
s.push(1)
print(s.items, s.__orig_class__, Stack[str], Stack.__parameters__, Stack.__orig_bases__, Stack.__mro__)


class Pair(Stack[T], Generic[T, K]):
    pass


class Ints(Stack[int]):
    pass


print(Pair[int, str], Pair[int, K][str], Pair.__parameters__, Ints.__orig_bases__, Ints().items, Dict[K, T][str, int])
for wrong in ("Stack[int, str]", "Generic[int]", "Generic[T, T]", "Ints[int]", "Stack[int][str]"):
    try:
        eval(wrong)
    except TypeError as error:
        print(error)
try:
    class Bad(Generic):
        pass
except TypeError as error:
    print(error)

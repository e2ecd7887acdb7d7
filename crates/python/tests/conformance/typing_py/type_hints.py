from typing import Annotated, ClassVar, List, Optional, get_type_hints


def f(a: int, b: "Node", c: Optional["int"] = None, *args: "str", **kw: None) -> "List[Node]": ...


class Node:
    value: int
    next: "Optional[Node]"
    count: ClassVar["int"] = 0


class Child(Node):
    extra: Annotated[int, "meta"]


print(get_type_hints(f))
print(get_type_hints(Child))
print(get_type_hints(Child, include_extras=True)["extra"], get_type_hints(lambda: 0), f.__annotations__["b"])
try:
    get_type_hints(5)
except TypeError as error:
    print(error)


def g(x: "Unknown"): ...


try:
    get_type_hints(g)
except NameError as error:
    print(error)
# conformance: not yet as 3.14, 3.15

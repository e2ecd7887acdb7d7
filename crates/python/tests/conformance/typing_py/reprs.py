from typing import (
    Annotated, Any, Callable, ClassVar, Deque, Dict, Final, FrozenSet, Generator, Iterable, List, Literal, Mapping,
    Never, NoReturn, Optional, Self, Set, Tuple, Type, Union,
)

print(List[int], Dict[str, int], Set[str], FrozenSet[int], Tuple[int, str], Tuple[int, ...], Tuple[()], Type[int])
print(Optional[int], Union[int, str], Union[int, str, None], Callable[[int, str], bool], Callable[..., Any])
print(List, Dict, Any, Optional, Union, NoReturn, Never, Self, Callable)
print(Literal[1, "a", None], Annotated[int, "meta"], ClassVar[int], Final[str], Iterable[int], Mapping[str, List[int]])
print(Deque[int], Generator[int, None, str], List["Later"], Dict[str, Dict[str, int]])
# conformance: not yet as 3.14, 3.15

import collections.abc
from typing import Annotated, Callable, Dict, Generic, List, Literal, Optional, TypeVar, get_args, get_origin

T = TypeVar("T")
for tp in (List[int], Dict[str, T], Optional[int], int | None, Callable[[int], str], Callable[..., T], list[int],
           Literal[1, 2], Generic[T], collections.abc.Callable[[int], str], int):
    print(get_origin(tp), get_args(tp))
print(get_args(Annotated[int, 1, 2]), Annotated[Annotated[int, 1], 2].__metadata__, List[T].__parameters__)
# conformance: not yet as 3.14, 3.15

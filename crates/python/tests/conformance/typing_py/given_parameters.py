from typing import Any, Callable, Generic, List, Optional, Protocol, TypeVar, Union, get_args
import operator

T = TypeVar("T")
U = TypeVar("U")
for bases in (Protocol[T], Generic[T, U]), (Generic[T, U], Protocol[U]), (Protocol[T, U], Generic[T]), \
        (Generic[T], Generic[U]):
    try:
        class Made(*bases):
            pass
        print(Made.__parameters__)
    except TypeError as error:
        print(error)

for args in int, None, "later", T, List, Any, (int, str):
    alias = Callable[args, int]
    print(alias, get_args(alias))

for union in Optional[T], Union[int, str, None]:
    function, (origin, args) = union.__reduce__()
    print(function is operator.getitem, origin, args, function(origin, args) == union)
# conformance: not yet as 3.14, 3.15

from typing import Callable, Concatenate, Generic, List, ParamSpec, Tuple, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T", bound=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(T, T.__bound__, P, P.args, Ts, Callable[P, T], Callable[Concatenate[int, P], T], Tuple[Unpack[Ts]])
print(Callable[P, T][[int, str], bool], Tuple[int, Unpack[Ts]][str, float], List[T][int])


class Array(Generic[Unpack[Ts]]):
    pass


print(Array[int, str], Array[()], Array.__parameters__)
# conformance: not yet as 3.15

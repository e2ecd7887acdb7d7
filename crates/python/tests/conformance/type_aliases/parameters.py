# The type parameters among arguments, each once.
import _typing

T = _typing.TypeVar("T")
U = _typing.TypeVar("U")
print(list[T].__parameters__, dict[T, list[U]].__parameters__, dict[T, T].__parameters__)
print(tuple[[T, U], int].__parameters__, (int | list[T]).__parameters__, (list[T] | dict[U, T]).__parameters__)
print(type(list[T])(list, (int, T)).__parameters__, list[int | list[T]].__parameters__)
# conformance: not yet as 3.14, 3.15

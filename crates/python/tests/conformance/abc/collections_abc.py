from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Set, Sized

values = ([], (), {}, set(), "", 5, print, iter([]), (n for n in ()), range(3), {}.keys(), None)
for base in (Callable, Container, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Set, Sized):
    print(base.__name__, [type(value).__name__ for value in values if isinstance(value, base)])


class Sparse(MutableSequence):
    pass


try:
    Sparse()
except TypeError as error:
    print(error)

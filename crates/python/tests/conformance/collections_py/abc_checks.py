from collections.abc import (
    Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping,
    MutableSequence, MutableSet, Sequence, Set, Sized,
)

kinds = [Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping,
         MutableSequence, MutableSet, Sequence, Set, Sized]
things = [1, "s", [1], (1,), {1}, frozenset(), {}, iter([]), (x for x in ()), len, range(3), {}.keys(), b"x"]
for thing in things:
    print(type(thing).__name__, *[kind.__name__ for kind in kinds if isinstance(thing, kind)])

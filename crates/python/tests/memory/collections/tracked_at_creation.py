import functools
import gc
import types
import weakref


class A:
    __slots__ = ()


class I(int):
    pass


class T(tuple):
    pass


def f():
    yield


tracked = [[], set(), A, A(), I(), T(), f, f(), len, [].append, gc, types.CellType(), ValueError(), weakref.ref(A),
           slice(1), property(), staticmethod(f), {}.keys(), iter([]), iter(''), iter({}), enumerate(''), zip(), map(f, ''),
           functools.partial(f), types.SimpleNamespace(), frozenset(), frozenset([A()])]
print([type(x).__name__ for x in tracked if not gc.is_tracked(x)])
others = [object(), '', b'', bytearray(), 1, 1.5, 1j, None, range(1), iter(range(1)), f.__code__, int, (), {}, {1: 2}, ...]
print([type(x).__name__ for x in others if gc.is_tracked(x)])
print(gc.is_tracked({1: []}), gc.is_tracked((1, 2)), gc.is_tracked(([],)))

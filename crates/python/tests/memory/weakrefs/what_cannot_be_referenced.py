import collections
import sys
import types
import weakref


class I(int):
    pass


class T(tuple):
    pass


class S:
    __slots__ = ()


for thing in ([], {}, (), '', 1, 1.5, None, object(), ValueError(), I(), T(), S(), b'', bytearray(), range(1), property(),
              zip(), map(str, ''), collections.defaultdict(), types.SimpleNamespace(), types.CellType(), slice(1),
              sys._getframe(), {}.keys(), iter([])):
    try:
        weakref.ref(thing)
        print('can', type(thing).__name__)
    except TypeError as e:
        print(e)

import sys


class Zero:
    __slots__ = ()


class One:
    __slots__ = ('a',)


class Two(One):
    __slots__ = ('b',)


class WithDict:
    __slots__ = ('a', '__dict__')


class WithWeakref:
    __slots__ = ('a', '__weakref__')


class Both(One):
    pass


for cls in (Zero, One, Two, WithDict, WithWeakref, Both):
    print(cls.__name__, sys.getsizeof(cls()), cls.__basicsize__, cls.__itemsize__)

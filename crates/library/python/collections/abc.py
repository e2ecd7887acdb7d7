"""Abstract base classes of containers."""

import sys
from abc import ABCMeta, abstractmethod

GenericAlias = type(list[int])
_EllipsisType = type(...)
_FunctionType = type(lambda: 0)

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
    "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
    "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence",
    "ByteString", "Buffer",
]


def _check_methods(C, *methods):
    """True where a class has all the methods; the nearest class that names one decides, and takes it away by None."""
    def has(method):
        return next((base.__dict__[method] for base in C.__mro__ if method in base.__dict__), None) is not None
    return True if all(map(has, methods)) else NotImplemented


def _by_methods(*methods):
    """For a class that is known by its methods; classes derived from it are not."""

    def decorate(own):
        def __subclasshook__(cls, C):
            return _check_methods(C, *methods) if cls is own else NotImplemented
        own.__subclasshook__ = classmethod(__subclasshook__)
        return own
    return decorate


@_by_methods("__hash__")
class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_by_methods("__await__")
class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __class_getitem__ = classmethod(GenericAlias)


def _throw(typ, val, tb):
    """Raises what a default `throw` is given."""
    if val is None:
        if tb is None:
            raise typ
        val = typ()
    if tb is not None:
        val = val.with_traceback(tb)
    raise val


def _close(running, kind):
    """Throws GeneratorExit into a generator or coroutine; the value that it returns then."""
    try:
        running.throw(GeneratorExit)
    except GeneratorExit:
        return None
    except StopIteration as stop:
        return stop.value
    raise RuntimeError(f"{kind} ignored GeneratorExit")


@_by_methods("__await__", "send", "throw", "close")
class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        _throw(typ, val, tb)

    def close(self):
        _close(self, "coroutine")


@_by_methods("__aiter__")
class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __class_getitem__ = classmethod(GenericAlias)


@_by_methods("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_by_methods("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        _throw(typ, val, tb)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (StopAsyncIteration, GeneratorExit):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


@_by_methods("__iter__")
class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __class_getitem__ = classmethod(GenericAlias)


@_by_methods("__iter__", "__next__")
class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


@_by_methods("__reversed__", "__iter__")
class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


@_by_methods("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        _throw(typ, val, tb)

    def close(self):
        value = _close(self, "generator")
        return value if sys.version_info >= (3, 13) else None


@_by_methods("__len__")
class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_by_methods("__contains__")
class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __class_getitem__ = classmethod(GenericAlias)


@_by_methods("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    __slots__ = ()


@_by_methods("__buffer__")
class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError


class _CallableGenericAlias(GenericAlias):
    """Callable[[int], str]: its arguments stand in one row."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        t_args, t_result = args
        if isinstance(t_args, (tuple, list)):
            args = (*t_args, t_result)
        elif not _is_param_expr(t_args):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {t_args}")
        return super().__new__(cls, origin, args)

    def __repr__(self):
        rows = _rows(self)
        if rows is None:
            return super().__repr__()
        return f"collections.abc.Callable[[{', '.join(map(_type_repr, rows[0]))}], {_type_repr(rows[1])}]"

    def __reduce__(self):
        return _CallableGenericAlias, (Callable, _rows(self) or self.__args__)

    def __getitem__(self, item):
        args = super().__getitem__(item if isinstance(item, tuple) else (item,)).__args__
        nested = isinstance(args[0], (tuple, list))
        return _CallableGenericAlias(Callable, args if nested else (args[:-1], args[-1]))


def _rows(alias):
    """The parameters of a callable and its result, or None where the parameters are an expression such as `...`."""
    *parameters, result = alias.__args__
    return None if len(parameters) == 1 and _is_param_expr(parameters[0]) else (parameters, result)


def _is_param_expr(obj):
    if obj is Ellipsis or isinstance(obj, list):
        return True
    cls = type(obj)
    return cls.__module__ == "typing" and cls.__name__ in ("ParamSpec", "_ConcatenateGenericAlias")


def _type_repr(obj):
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is Ellipsis:
        return "..."
    if isinstance(obj, _FunctionType):
        return obj.__name__
    return repr(obj)


@_by_methods("__call__")
class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __class_getitem__ = classmethod(_CallableGenericAlias)


def _is_subset(small, large):
    return len(small) <= len(large) and all(element in large for element in small)


def _as_set(own, other):
    """The other operand of a set's operator as a set."""
    if isinstance(other, Set):
        return other
    return own._from_iterable(other) if isinstance(other, Iterable) else NotImplemented


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __le__(self, other):
        return _is_subset(self, other) if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        return _is_subset(other, self) if isinstance(other, Set) else NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def isdisjoint(self, other):
        return not any(element in self for element in other)

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(element for operand in (self, other) for element in operand)
        return NotImplemented

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(element for element in other if element in self)
        return NotImplemented

    def __sub__(self, other):
        other = _as_set(self, other)
        if other is not NotImplemented:
            other = self._from_iterable(element for element in self if element not in other)
        return other

    def __rsub__(self, other):
        other = _as_set(self, other)
        if other is not NotImplemented:
            other = self._from_iterable(element for element in other if element not in self)
        return other

    def __xor__(self, other):
        other = _as_set(self, other)
        return other if other is NotImplemented else (self - other) | (other - self)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def _hash(self):
        """The hash of a frozenset with the same elements."""
        word = 2 * sys.maxsize + 2
        mixed = 1927868237 * (len(self) + 1)
        for one in map(hash, self):
            mixed ^= (one ^ one << 16 ^ 89869747) * 3644798167
        mixed %= word
        mixed = ((mixed ^ mixed >> 11 ^ mixed >> 25) * 69069 + 907133923) % word
        if mixed == word - 1:
            return 590923713
        return mixed - word if mixed > sys.maxsize else mixed


Set.register(frozenset)


def _for_each(method, values):
    for value in values:
        method(value)


def _drain(pop, empty):
    """Takes everything out of a container, which says by an exception that nothing is left."""
    try:
        while True:
            pop()
    except empty:
        pass


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        _drain(self.pop, KeyError)

    def __ior__(self, it):
        _for_each(self.add, it)
        return self

    def __iand__(self, it):
        _for_each(self.discard, self - it)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            _for_each(self.discard, it)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
        else:
            for value in it if isinstance(it, Set) else self._from_iterable(it):
                (self.discard if value in self else self.add)(value)
        return self


MutableSet.register(set)


_ABSENT = object()


def _lookup(mapping, key, default=_ABSENT):
    try:
        return mapping[key]
    except KeyError:
        return default


def _is_same(one, other):
    return one is other or one == other


class Mapping(Collection):
    __slots__ = ()
    __abc_tpflags__ = 1 << 6
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        return _lookup(self, key) is not _ABSENT

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def get(self, key, default=None):
        return _lookup(self, key, default)

    def items(self):
        return ItemsView(self)

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)


Mapping.register(type(type.__dict__))


class MappingView(Sized):
    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"

    def __len__(self):
        return len(self._mapping)


def _plain_set(cls, it):
    """Operators on views give sets."""
    return set(it)


class KeysView(MappingView, Set):
    __slots__ = ()
    _from_iterable = classmethod(_plain_set)

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()
    _from_iterable = classmethod(_plain_set)

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])

    def __contains__(self, item):
        key, value = item
        found = _lookup(self._mapping, key)
        return found is not _ABSENT and _is_same(found, value)


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]

    def __contains__(self, value):
        return any(_is_same(self._mapping[key], value) for key in self._mapping)


KeysView.register(type({}.keys()))
ItemsView.register(type({}.items()))
ValuesView.register(type({}.values()))


def _pairs(source):
    """The items of what a mapping is updated from: a mapping, something else with keys, or pairs."""
    if isinstance(source, Mapping):
        keys = source
    elif hasattr(source, "keys"):
        keys = source.keys()
    else:
        return source
    return ((key, source[key]) for key in keys)


class MutableMapping(Mapping):
    __slots__ = ()

    __marker = object()

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    def pop(self, key, default=__marker):
        value = self[key] if default is self.__marker else _lookup(self, key)
        if value is _ABSENT:
            return default
        del self[key]
        return value

    def popitem(self):
        key = next(iter(self), _ABSENT)
        if key is _ABSENT:
            raise KeyError
        item = key, self[key]
        del self[key]
        return item

    def clear(self):
        _drain(self.popitem, KeyError)

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def update(self, other=(), /, **kwds):
        for pairs in _pairs(other), kwds.items():
            for key, value in pairs:
                self[key] = value


MutableMapping.register(dict)


class Sequence(Reversible, Collection):
    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        position = 0
        try:
            while True:
                item = self[position]
                position += 1
                yield item
        except IndexError:
            pass

    def __reversed__(self):
        for position in range(len(self) - 1, -1, -1):
            yield self[position]

    def __contains__(self, value):
        return any(_is_same(item, value) for item in self)

    def count(self, value):
        return sum(1 for item in self if _is_same(item, value))

    def index(self, value, start=0, stop=None):
        position = start if start is None or start >= 0 else max(len(self) + start, 0)
        end = stop if stop is None or stop >= 0 else stop + len(self)
        while end is None or position < end:
            try:
                item = self[position]
            except IndexError:
                break
            if _is_same(item, value):
                return position
            position += 1
        raise ValueError


for _cls in (tuple, str, range, memoryview):
    Sequence.register(_cls)


class _DeprecateByteStringMeta(ABCMeta):
    def __new__(cls, name, *args, **kwargs):
        if name != "ByteString":
            import warnings
            warnings._deprecated("collections.abc.ByteString", remove=(3, 14))
        return super().__new__(cls, name, *args, **kwargs)

    def __instancecheck__(cls, instance):
        import warnings
        warnings._deprecated("collections.abc.ByteString", remove=(3, 14))
        return super().__instancecheck__(instance)


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    __slots__ = ()


for _cls in bytes, bytearray:
    ByteString.register(_cls)


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        _for_each(self.append, list(values) if values is self else values)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        item = self[index]
        del self[index]
        return item

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        _drain(self.pop, IndexError)

    def reverse(self):
        low, high = 0, len(self) - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low, high = low + 1, high - 1


for _cls in list, bytearray, type(sys.modules["collections"].deque()):
    MutableSequence.register(_cls)


def _registrations():
    """The interpreter's types that are iterators, generators and so on, without asking for their methods later."""
    def generator():
        yield
    g = generator()
    Generator.register(type(g))

    async def coroutine():
        pass
    c = coroutine()
    Coroutine.register(type(c))
    c.close()

    async def async_generator():
        yield
    AsyncGenerator.register(type(async_generator()))
    text = "", b"", bytearray(), {}.keys(), {}.values(), {}.items(), [], range(0), set(), (), zip()
    for thing in text:
        Iterator.register(type(iter(thing)))
    Iterator.register(type(iter(range(1 << 1000))))
    Iterator.register(type(reversed([])))


_registrations()
del _cls, _registrations

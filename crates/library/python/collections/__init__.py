"""Containers beyond the built-in ones."""

import _operator
import sys as _sys
from _collections import OrderedDict, _count_elements, _tuplegetter, defaultdict, deque
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from keyword import iskeyword as _iskeyword

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
           "namedtuple"]

_LATE = ("ChainMap", "UserDict", "UserList", "UserString")


def __getattr__(name):
    # These need the abstract base classes, which most programs do not.
    if name in _LATE:
        from collections import _wrappers
        for late in _LATE:
            globals()[late] = getattr(_wrappers, late)
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return {*globals(), *_LATE}


def _fault(name):
    """Why a name cannot be that of a field; None when it can, underscores aside."""
    if not name.isidentifier():
        return "must be valid identifiers"
    return "cannot be a keyword" if _iskeyword(name) else None


def _renamed(names):
    """The names, those that cannot be field names replaced by their positions."""
    taken = set()
    for index, name in enumerate(names):
        yield f"_{index}" if name in taken or name[:1] == "_" or _fault(name) else name
        taken.add(name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A subclass of tuple with named fields."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    typename = _sys.intern(str(typename))
    field_names = [str(name) for name in field_names]
    if rename:
        field_names = list(_renamed(field_names))
    for name in (typename, *field_names):
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if why := _fault(name):
            raise ValueError(f"Type names and field names {why}: {name!r}")
    for index, name in enumerate(field_names):
        if name[0] == "_" and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in field_names[:index]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        required = len(field_names) - len(defaults)
        if required < 0:
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(field_names[required:], defaults))

    field_names = tuple(map(_sys.intern, field_names))
    count = len(field_names)
    arguments = ", ".join(field_names)
    repr_format = "(" + ", ".join(f"{name}=%r" for name in field_names) + ")"
    tuple_new = tuple.__new__
    _dict, _tuple, _len, _map, _zip = dict, tuple, len, map, zip

    listed = arguments + "," if arguments else ""
    __new__ = eval(f"lambda _cls, {listed}: _tuple_new(_cls, ({listed}))",
                   {"_tuple_new": tuple_new, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({arguments})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = tuple_new(cls, iterable)
        if _len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"

    def _replace(self, /, **kwds):
        result = self._make(_map(kwds.pop, field_names, self))
        if kwds:
            raise _unexpected(f"Got unexpected field names: {list(kwds)!r}")
        return result

    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"

    def __repr__(self):
        "Return a nicely formatted representation string"
        return self.__class__.__name__ + repr_format % self

    def _asdict(self):
        "Return a new dict which maps field names to their values."
        return _dict(_zip(self._fields, self))

    def __getnewargs__(self):
        "Return self as a plain tuple.  Used by copy and pickle."
        return _tuple(self)

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"

    namespace = {"__doc__": f"{typename}({arguments})", "__slots__": (), "_fields": field_names,
                 "_field_defaults": field_defaults, "__new__": __new__, "_make": _make}
    if _sys.version_info >= (3, 13):
        namespace["__replace__"] = _replace
    for method in (_replace, __repr__, _asdict, __getnewargs__):
        namespace[method.__name__] = method
    namespace["__match_args__"] = field_names
    for index, name in enumerate(field_names):
        namespace[name] = _tuplegetter(index, _sys.intern(f"Alias for field number {index}"))
    result = type(typename, (tuple,), namespace)
    if module is None:
        module = _sys._getframe(1).f_globals.get("__name__", "__main__")
    if module is not None:
        result.__module__ = module
    return result


# What _replace raises for names that are no fields.
_unexpected = TypeError if _sys.version_info >= (3, 13) else ValueError


class Counter(dict):
    """A dict that counts."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_second, reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), key=_second)

    def total(self):
        return sum(self.values())

    def update(self, iterable=None, /, **kwds):
        if iterable is None:
            pass
        elif not _is_mapping(iterable):
            _count_elements(self, iterable)
        elif self:
            for elem, count in iterable.items():
                self[elem] = count + self.get(elem, 0)
        else:
            super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            pairs = iterable.items() if _is_mapping(iterable) else zip(iterable, _repeat(1))
            for elem, count in pairs:
                self[elem] = self.get(elem, 0) - count
        if kwds:
            self.subtract(kwds)

    def __repr__(self):
        shown = ""
        if self:
            try:
                shown = repr(dict(self.most_common()))
            except TypeError:
                shown = repr(dict(self))
        return f"{self.__class__.__name__}({shown})"

    def __eq__(self, other):
        return _all_pairs(_operator.eq, self, other)

    def __le__(self, other):
        return _all_pairs(_operator.le, self, other)

    def __ge__(self, other):
        return _all_pairs(_operator.ge, self, other)

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def __add__(self, other):
        return _joined(_operator.add, self, other, _absent(other, self))

    def __sub__(self, other):
        return _joined(_operator.sub, self, other, ((elem, 0 - count) for elem, count in _absent(other, self)))

    def __or__(self, other):
        return _joined(_larger, self, other, _absent(other, self))

    def __and__(self, other):
        return _joined(_smaller, self, other, ())

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive((elem, 0 - count) for elem, count in self.items())

    def __iadd__(self, other):
        for elem, count in other.items():
            self[elem] += count
        return _pruned(self)

    def __isub__(self, other):
        for elem, count in other.items():
            self[elem] -= count
        return _pruned(self)

    def __ior__(self, other):
        for elem, count in other.items():
            if count > self[elem]:
                self[elem] = count
        return _pruned(self)

    def __iand__(self, other):
        for elem, count in self.items():
            theirs = other[elem]
            if theirs < count:
                self[elem] = theirs
        return _pruned(self)


def _all_pairs(test, one, other):
    """Whether the test holds for the two counts of each element of either."""
    if not isinstance(other, Counter):
        return NotImplemented
    return all(test(one[elem], other[elem]) for elem in _chain(one, other))


def _joined(count_of, one, other, rest):
    """The positive counts of the elements of one, made of both counts, and of the rest."""
    if not isinstance(other, Counter):
        return NotImplemented
    return _positive(_chain(((elem, count_of(count, other[elem])) for elem, count in one.items()), rest))


def _absent(counter, other):
    """The items of a counter that another lacks."""
    for elem, count in counter.items():
        if elem not in other:
            yield elem, count


def _positive(pairs):
    result = Counter()
    for elem, count in pairs:
        if count > 0:
            result[elem] = count
    return result


def _pruned(counter):
    """A counter after those of its elements are gone that have no positive count."""
    for elem in [elem for elem, count in counter.items() if not count > 0]:
        del counter[elem]
    return counter


def _larger(count, other):
    return other if count < other else count


def _smaller(count, other):
    return count if count < other else other


def _second(pair):
    return pair[1]


def _is_mapping(obj):
    if isinstance(obj, dict):
        return True
    from collections.abc import Mapping
    return isinstance(obj, Mapping)

"""Containers that wrap others: they behave by the abstract base classes."""

import sys
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence
from itertools import chain
from operator import delitem
from reprlib import recursive_repr

# The package is where the classes are found, and where they say that they are from.
__name__ = "collections"


def _define(space, result, signatures):
    """Adds methods to the class whose names are in space; what they return is written with {name} and {given}.

    A signature is a name and the parameters after self.
    """
    for signature in signatures.split("; "):
        name, _, parameters = signature.partition(" ")
        given = ", ".join(p.partition("=")[0] for p in parameters.split(", ") if p != "/")
        made = {}
        text = f"def {name}(self, {parameters}): return {result.format(name=name, given=given)}"
        exec(compile(text, _define.__code__.co_filename, "exec"), globals(), made)
        made[name].__qualname__ = f"{space['__qualname__']}.{name}"
        space |= made


def _define_all(space, comparand, operand):
    """What lists and strings share: comparisons with the operand, and methods named as functions."""
    for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__eq__", "=="), ("__gt__", ">"), ("__ge__", ">=")):
        _define(space, f"self.data {sign} {operand}({comparand})", f"{name} {comparand}")
    _define(space, "self.__class__(self.data * n)", "__mul__ n")
    space["__rmul__"] = space["__mul__"]
    for function in ("len", "repr"):
        _define(space, f"{function}(self.data)", f"__{function}__")


def _bare_list(other):
    return other.data if isinstance(other, UserList) else other


def _some_list(other):
    other = _bare_list(other)
    return other if isinstance(other, list) else list(other)


def _bare_text(other):
    return other.data if isinstance(other, UserString) else other


def _some_text(other):
    other = _bare_text(other)
    return other if isinstance(other, str) else str(other)


def _bare_dict(other):
    """The dict in or that is other; None when there is none."""
    if isinstance(other, UserDict):
        return other.data
    return other if isinstance(other, dict) else None


def _twin(wrapper):
    """A shallow copy with data of its own, made without __init__."""
    cls = wrapper.__class__
    twin = cls.__new__(cls)
    twin.__dict__.update(wrapper.__dict__, data=wrapper.__dict__["data"].copy())
    return twin


def _in_first(change, message, *key):
    """Changes the first mapping of a ChainMap; the message tells of a missing key."""
    try:
        return change()
    except KeyError:
        raise KeyError(message.format(*key))


_NOT_IN_FIRST = "Key not found in the first mapping: {!r}"


class ChainMap(MutableMapping):
    """Several mappings seen as one; writes go to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def new_child(self, m=None, **kwargs):
        first = kwargs if m is None else m
        if kwargs and first is not kwargs:
            first.update(kwargs)
        return self.__class__(first, *self.maps)

    def copy(self):
        first, *others = self.maps
        return self.__class__(first.copy(), *others)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    if sys.version_info < (3, 13):
        @classmethod
        def fromkeys(cls, iterable, *args):
            return cls(dict.fromkeys(iterable, *args))

    @recursive_repr()
    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                continue
        return self.__missing__(key)

    _define(vars(), "self[key] if key in self else default", "get key, default=None")
    _define(vars(), "any(key in mapping for mapping in self.maps)", "__contains__ key")
    _define(vars(), "any(self.maps)", "__bool__")
    _define(vars(), "len(set().union(*self.maps))", "__len__")
    _define(vars(), "iter(dict.fromkeys(chain.from_iterable(reversed(self.maps))))", "__iter__")
    _define(vars(), "self.maps[0].{name}({given})", "clear")

    def __missing__(self, key):
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        _in_first(lambda: delitem(self.maps[0], key), _NOT_IN_FIRST, key)

    def pop(self, key, *args):
        return _in_first(lambda: self.maps[0].pop(key, *args), _NOT_IN_FIRST, key)

    def popitem(self):
        return _in_first(lambda: self.maps[0].popitem(), "No keys found in the first mapping.")

    def __or__(self, other):
        if isinstance(other, Mapping):
            merged = self.copy()
            merged.maps[0].update(other)
            return merged
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, Mapping):
            merged = dict(other)
            for mapping in self.maps[::-1]:
                merged.update(mapping)
            return self.__class__(merged)
        return NotImplemented

    def __ior__(self, other):
        self.maps[0].update(other)
        return self


class UserDict(MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for source in (dict, kwargs or None):
            if source is not None:
                self.update(source)

    for _function in ("len", "iter", "repr"):
        _define(vars(), f"{_function}(self.data)", f"__{_function}__")
    del _function
    _define(vars(), "key in self.data", "__contains__ key")
    _define(vars(), "self[key] if key in self else default", "get key, default=None")
    _define(vars(), "_twin(self)", "__copy__")

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __or__(self, other):
        plain = _bare_dict(other)
        return NotImplemented if plain is None else self.__class__(self.data | plain)

    def __ror__(self, other):
        plain = _bare_dict(other)
        return NotImplemented if plain is None else self.__class__(plain | self.data)

    def __ior__(self, other):
        plain = _bare_dict(other)
        self.data |= other if plain is None else plain
        return self

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        from copy import copy
        # The copy is made of an empty self: what a subclass stores goes through its own methods.
        kept, self.data = self.data, {}
        try:
            twin = copy(self)
        finally:
            self.data = kept
        twin.update(self)
        return twin

    @classmethod
    def fromkeys(cls, iterable, value=None):
        filled = cls()
        for key in iterable:
            filled[key] = value
        return filled


class UserList(MutableSequence):
    def __init__(self, initlist=None):
        self.data = []
        if isinstance(initlist, UserList) or type(initlist) is list:
            self.data[:] = _bare_list(initlist)
        elif initlist is not None:
            self.data = list(initlist)

    _define_all(vars(), "other", "_bare_list")
    _define(vars(), "item in self.data", "__contains__ item")
    _define(vars(), "self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]", "__getitem__ i")
    _define(vars(), "self.__class__(self.data + _some_list(other))", "__add__ other")
    _define(vars(), "self.__class__(_some_list(other) + self.data)", "__radd__ other")
    _define(vars(), "self.__class__(self)", "copy")
    _define(vars(), "_twin(self)", "__copy__")
    _define(vars(), "self.data.extend(_bare_list(other))", "extend other")
    _define(vars(), "self.data.{name}({given})",
            "append item; insert i, item; pop i=-1; remove item; clear; count item; index item, *args; reverse; "
            "sort /, *args, **kwds")

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __iadd__(self, other):
        self.data += _some_list(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self


class UserString(Sequence):
    def __init__(self, seq):
        self.data = _some_text(seq)

    _define_all(vars(), "string", "_bare_text")
    for _function in ("str", "int", "float", "complex", "hash"):
        _define(vars(), f"{_function}(self.data)", f"__{_function}__")
    del _function
    _define(vars(), "_bare_text(char) in self.data", "__contains__ char")
    _define(vars(), "self.__class__(self.data[index])", "__getitem__ index")
    _define(vars(), "(self.data[:],)", "__getnewargs__")
    _define(vars(), "self.__class__(self.data + _some_text(other))", "__add__ other")
    _define(vars(), "self.__class__(_some_text(other) + self.data)", "__radd__ other")
    _define(vars(), "self.__class__(self.data % args)", "__mod__ args")
    _define(vars(), "self.__class__(str(template) % self)", "__rmod__ template")

    # Those of str that give other things than text, ...
    _define(vars(), "self.data.{name}({given})",
            "isalpha; isalnum; isascii; isdecimal; isdigit; isidentifier; islower; isnumeric; isprintable; isspace; "
            "istitle; isupper; format /, *args, **kwds; format_map mapping; join seq; partition sep; rpartition sep; "
            "split sep=None, maxsplit=-1; rsplit sep=None, maxsplit=-1; splitlines keepends=False; "
            "startswith prefix, start=0, end=sys.maxsize; endswith suffix, start=0, end=sys.maxsize; "
            "index sub, start=0, end=sys.maxsize; rindex sub, start=0, end=sys.maxsize")
    _define(vars(), "self.data.{name}(_bare_text(sub), start, end)",
            "count sub, start=0, end=sys.maxsize; find sub, start=0, end=sys.maxsize; "
            "rfind sub, start=0, end=sys.maxsize")
    _define(vars(), "self.data.encode('utf-8' if encoding is None else encoding, "
                    "'strict' if errors is None else errors)", "encode encoding='utf-8', errors='strict'")
    # ... and those whose text is wrapped again.
    _define(vars(), "self.__class__(self.data.{name}({given}))",
            "capitalize; casefold; lower; swapcase; title; upper; center width, *args; ljust width, *args; "
            "rjust width, *args; translate *args; zfill width; expandtabs tabsize=8; strip chars=None; "
            "lstrip chars=None; rstrip chars=None")
    _define(vars(), "self.__class__(self.data.{name}(_bare_text({given})))",
            "removeprefix prefix, /; removesuffix suffix, /")
    _define(vars(), "self.__class__(self.data.replace(_bare_text(old), _bare_text(new), maxsplit))",
            "replace old, new, maxsplit=-1")
    maketrans = str.maketrans

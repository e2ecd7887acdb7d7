"""Functions that act on functions."""

import sys
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from abc import get_cache_token
from collections import namedtuple
from itertools import chain
from types import GenericAlias, MappingProxyType, UnionType

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

_ANNOTATED = "__annotate__" if sys.version_info >= (3, 14) else "__annotations__"
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", _ANNOTATED, "__type_params__")
WRAPPER_UPDATES = ("__dict__",)

_NOT_FOUND = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like the function it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, _NOT_FOUND)
        if value is not _NOT_FOUND:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator that calls update_wrapper on the decorated function."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    """Decorator that remembers the results of the latest calls."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


def cache(user_function, /):
    """Decorator that remembers all results."""
    return lru_cache(maxsize=None)(user_function)


def _comparisons():
    """The source of functions that work a comparison out from another, such as _gt_from_lt."""
    tie = {"t": "and self != other", "e": "or self == other"}
    for way, turned in ("lg", "gl"):
        for kind, changed in ("te", "et"):
            for name, answer in ((turned + kind, f"not result {tie[kind]}"), (way + changed, f"result {tie[changed]}"),
                                 (turned + changed, "not result")):
                yield f"""
def _{name}_from_{way}{kind}(self, other):
    result = type(self).__{way}{kind}__(self, other)
    return result if result is NotImplemented else {answer}
"""


_derived = {}
exec(compile("".join(_comparisons()), _unwrap_partial.__code__.co_filename, "exec"), globals(), _derived)


def total_ordering(cls):
    """Class decorator that fills in the comparisons that are missing."""
    defined = [name for name in ("lt", "le", "gt", "ge")
               if getattr(cls, f"__{name}__", None) is not getattr(object, f"__{name}__", None)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for key, function in _derived.items():
        _, name, _, root = key.split("_")
        if root == defined[0] and name not in defined:
            function.__name__ = f"__{name}__"
            setattr(cls, function.__name__, function)
    return cls


def _check_method(func):
    if not (callable(func) or hasattr(func, "__get__")):
        raise TypeError(f"{func!r} is not callable or a descriptor")


@property
def _is_abstract(descriptor):
    return getattr(descriptor.func, "__isabstractmethod__", False)


class partialmethod:
    """A method with some arguments given."""

    __class_getitem__ = classmethod(GenericAlias)
    __isabstractmethod__ = _is_abstract

    def __init__(self, func, /, *args, **keywords):
        _check_method(func)
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        bound = self.func if bind is None else bind(obj, cls)
        if bound is self.func:
            return self._make_unbound_method().__get__(obj, cls)
        method = partial(bound, *self.args, **self.keywords)
        receiver = getattr(bound, "__self__", _NOT_FOUND)
        if receiver is not _NOT_FOUND:
            method.__self__ = receiver
        return method

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __repr__(self):
        cls = type(self)
        given = map(repr, self.args), (f"{name}={value!r}" for name, value in self.keywords.items())
        parts = [repr(self.func), *(chain(*given) if sys.version_info >= (3, 13) else map(", ".join, given))]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"


def _c3_merge(sequences):
    merged = []
    while sequences := [sequence for sequence in sequences if sequence]:
        for head in [sequence[0] for sequence in sequences]:
            if not any(head in sequence[1:] for sequence in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        merged.append(head)
        for sequence in sequences:
            if sequence[0] == head:
                del sequence[0]
    return merged


def _c3_mro(cls, abcs):
    """The mro of a class, with the ABCs it is registered with where they belong: after its bases that are abstract."""
    bases = cls.__bases__
    here = [abc for abc in abcs if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)]
    deeper = [abc for abc in abcs if abc not in here]
    at = max((i for i, base in enumerate(bases, 1) if hasattr(base, "__abstractmethods__")), default=0)
    rows = list(bases[:at]), here, list(bases[at:])
    return _c3_merge([[cls], *(_c3_mro(base, deeper) for row in rows for base in row), rows[0], rows[1], rows[2]])


def _compose_mro(cls, types):
    """The mro of a class, with those of the types that it is a virtual subclass of."""
    own = set(cls.__mro__)

    def is_virtual_base(typ):
        return typ not in own and issubclass(cls, typ)

    related = [typ for typ in types
               if hasattr(typ, "__mro__") and not isinstance(typ, GenericAlias) and is_virtual_base(typ)]
    # Those that others of them are derived from come in by the others.
    lowest = [typ for typ in related if not any(typ in other.__mro__ and typ != other for other in related)]
    abcs = {}
    for typ in lowest:
        rows = [[base for base in sub.__mro__ if base in lowest]
                for sub in typ.__subclasses__() if is_virtual_base(sub)]
        rows.sort(key=len, reverse=True)
        abcs.update(dict.fromkeys(chain.from_iterable(rows or [[typ]])))
    return _c3_mro(cls, list(abcs))


def _find_impl(cls, registry):
    """The implementation for a class, or else for the first one in its composed mro that has one."""
    try:
        return registry[cls]
    except KeyError:
        order = iter(_compose_mro(cls, registry))
        match = next((typ for typ in order if typ in registry), None)
        rival = next(order, None)
        if rival in registry and not {match, rival}.intersection(cls.__mro__) and not issubclass(match, rival):
            raise RuntimeError(f"Ambiguous dispatch: {match} or {rival}")
        return registry.get(match)


def _is_union(cls):
    return isinstance(cls, UnionType) or repr(getattr(cls, "__origin__", None)) == "typing.Union"


def _is_dispatchable(cls):
    return isinstance(cls, type) or _is_union(cls) and all(isinstance(arg, type) for arg in cls.__args__)


def _annotated_class(func):
    """What a function's first annotation says that it is an implementation for."""
    from typing import get_type_hints
    name, cls = next(iter(get_type_hints(func).items()))
    if _is_dispatchable(cls):
        return cls
    raise TypeError(f"Invalid annotation for {name!r}. {cls!r} "
                    f"{'not all arguments are classes' if _is_union(cls) else 'is not a class'}.")


def singledispatch(func):
    """A function that picks its implementation by the class of its first argument."""
    import weakref

    registry = {object: func}
    dispatch_cache = weakref.WeakKeyDictionary()
    cache_token = None
    funcname = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        nonlocal cache_token
        if cache_token is not None and cache_token != (token := get_cache_token()):
            # A class was registered with an ABC since.
            dispatch_cache.clear()
            cache_token = token
        try:
            return dispatch_cache[cls]
        except KeyError:
            impl = dispatch_cache[cls] = _find_impl(cls, registry)
            return impl

    def register(cls, func=None):
        nonlocal cache_token
        if _is_dispatchable(cls):
            if func is None:
                return lambda f: register(cls, f)
        elif func is not None:
            raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        elif getattr(cls, "__annotations__", {}):
            cls, func = _annotated_class(cls), cls
        else:
            raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either "
                            "`@register(some_class)` or plain `@register` on an annotated function.")
        registry.update(dict.fromkeys(cls.__args__ if _is_union(cls) else (cls,), func))
        if cache_token is None and hasattr(cls, "__abstractmethods__"):
            cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if args:
            return dispatch(args[0].__class__)(*args, **kw)
        raise TypeError(f"{funcname} requires at least 1 positional argument")

    vars(wrapper).update(register=register, dispatch=dispatch, registry=MappingProxyType(registry),
                         _clear_cache=dispatch_cache.clear)
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    __isabstractmethod__ = _is_abstract

    def __init__(self, func):
        _check_method(func)
        self.dispatcher, self.func = singledispatch(func), func
        if sys.version_info >= (3, 13):
            import weakref
            self._method_cache = weakref.WeakKeyDictionary()

    def __get__(self, obj, cls=None):
        # CPython 3.13 keeps the methods, and these keep the objects that they are bound to.
        methods = getattr(self, "_method_cache", None)
        if methods is not None:
            try:
                return methods[obj]
            except KeyError:
                pass
            except TypeError:
                methods = self._method_cache = None
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args and sys.version_info >= (3, 13):
                raise TypeError(f"{funcname} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        vars(_method).update(__isabstractmethod__=self.__isabstractmethod__, register=self.register)
        update_wrapper(_method, self.func)
        if methods is not None:
            methods[obj] = _method
        return _method

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)


class cached_property:
    """A property whose value is worked out once and kept in the instance's dict."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func, self.attrname, self.__doc__ = func, None, func.__doc__
        if sys.version_info >= (3, 13):
            self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        name = self.attrname
        if instance is None:
            return self
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f"{name!r} property.") from None
        value = kept.get(name, _NOT_FOUND)
        if value is _NOT_FOUND:
            value = self.func(instance)
            try:
                kept[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                                f"item assignment for caching {name!r} property.") from None
        return value

"""Abstract base classes."""

from _abc import (
    _abc_init,
    _abc_instancecheck,
    _abc_register,
    _abc_subclasscheck,
    _get_dump,
    _reset_caches,
    _reset_registry,
    get_cache_token,
)


def abstractmethod(funcobj):
    """Marks a method that subclasses have to override."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class ABCMeta(type):
    """Metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(made)
        return made

    def register(cls, subclass):
        """Registers a virtual subclass; returns it, so that this is a decorator too."""
        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        return _abc_subclasscheck(cls, subclass)

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}\nInv. counter: {get_cache_token()}", file=file)
        for name, value in zip(("registry", "cache", "negative_cache", "negative_cache_version"), _get_dump(cls)):
            print(f"_abc_{name}: {value!r}", file=file)

    def _abc_registry_clear(cls):
        _reset_registry(cls)

    def _abc_caches_clear(cls):
        _reset_caches(cls)


def _is_abstract(value):
    return getattr(value, "__isabstractmethod__", False)


def update_abstractmethods(cls):
    """Works out anew which methods of a class are abstract."""
    if hasattr(cls, "__abstractmethods__"):
        inherited = {name for base in cls.__bases__ for name in getattr(base, "__abstractmethods__", ())
                     if _is_abstract(getattr(cls, name, None))}
        cls.__abstractmethods__ = frozenset(
            inherited.union(name for name, value in vars(cls).items() if _is_abstract(value)))
    return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()

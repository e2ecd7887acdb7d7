"""Names for type annotations, and what they give when they run."""

import collections
import collections.abc
import contextlib
import functools
import operator
import sys
import types
from abc import ABCMeta, abstractmethod
from collections import defaultdict
from types import FunctionType, GenericAlias
from _typing import (
    Generic,
    ParamSpec,
    ParamSpecArgs,
    ParamSpecKwargs,
    TypeAliasType,
    TypeVar,
    TypeVarTuple,
    _idfunc,
)

_3_13 = sys.version_info >= (3, 13)
if _3_13:
    from _typing import NoDefault

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString",
    "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
    "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager",
    "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
    "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet",
    "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "TextIO", "AnyStr", "assert_type", "assert_never",
    "cast", "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin", "get_overloads",
    "get_type_hints", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check", "NoReturn",
    "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeAliasType", "Unpack",
]
if _3_13:
    __all__ += ["get_protocol_members", "is_protocol", "NoDefault", "ReadOnly", "TypeIs"]

TYPE_CHECKING = False
Text = str


_NAMES = "__name__", "__qualname__"


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


def _tuple(given):
    """What stands between brackets, as a tuple."""
    return given if isinstance(given, tuple) else (given,)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if isinstance(arg, str):
        arg = ForwardRef(arg, module=module, is_class=allow_special_forms)
    return type(None) if arg is None else arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """An argument as a type: None stands for its type, a str for a reference to come."""
    invalid = (Generic, Protocol)
    if not allow_special_forms:
        invalid += (ClassVar,)
        if is_argument:
            invalid += (Final,)
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in invalid:
        raise TypeError(f"{arg} is not valid as type argument")
    if arg is Any or isinstance(arg, _SpecialForm) and arg in (LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and (arg is ClassVar or arg is Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or arg is Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return f"[{', '.join(map(_type_repr, obj))}]"
    return repr(obj)


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, "__typing_is_unpacked_typevartuple__", False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _collect_parameters(args):
    """Type parameters in the order in which they come first."""
    found = []
    for t in args:
        if isinstance(t, type):
            continue
        if isinstance(t, tuple):
            new = _collect_parameters(t)
        elif hasattr(t, "__typing_subst__"):
            new = (t,)
        else:
            new = getattr(t, "__parameters__", ())
        for x in new:
            if x not in found:
                found.append(x)
    return tuple(found)


_collect_type_parameters = _collect_parameters


def _check_count(cls, given, expected, params=()):
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    if given == expected:
        return
    wanted = expected
    if _3_13 and given < expected and params:
        if params[given].has_default():
            return
        wanted = f"at least {expected - sum(p.has_default() for p in params[given:])}"
    raise _miscounted(cls, given, expected, wanted)


def _miscounted(cls, given, expected, wanted):
    return TypeError(f"Too {'many' if given > expected else 'few'} arguments for {cls}; actual {given}, "
                     f"expected {wanted}")


def _arguments_of(generic, args):
    """The type parameters of an alias or class, each with its argument."""
    params = generic.__parameters__
    for prepare in [getattr(param, "__typing_prepare_subst__", None) for param in params]:
        args = args if prepare is None else prepare(generic, args)
    _check_count(generic, len(args), len(params), params)
    return zip(params, args)


def _in_a_row(pairs):
    """Arguments one after the other: a TypeVarTuple has many."""
    row = []
    for param, arg in pairs:
        row += arg if isinstance(param, TypeVarTuple) else (arg,)
    return tuple(row)


def _unpack_args(*args):
    new = []
    for arg in args:
        sub = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if sub is not None and not (sub and sub[-1] is ...):
            new.extend(sub)
        else:
            new.append(arg)
    return new


def _deduplicate(params, *, unhashable_fallback=False):
    found = []
    for p in params:
        if p not in found:
            found.append(p)
    return found


def _typed(values):
    """Values with their types, which tell 1 from True."""
    return [(value, type(value)) for value in values]


_cleanups = []


def _tp_cache(func=None, /, *, typed=False):
    """Remembers what subscripting gave; unhashable arguments work too."""
    if func is None:
        return functools.partial(_tp_cache, typed=typed)
    cached = functools.lru_cache(typed=typed)(func)
    _cleanups.append(cached.cache_clear)

    def inner(*args, **kwds):
        try:
            return cached(*args, **kwds)
        except TypeError:
            pass
        return func(*args, **kwds)
    return functools.update_wrapper(inner, func)


class _Final:
    """Cannot be subclassed; is combined with types by |."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, _root=None, **kwds):
        if _root is None:
            raise TypeError("Cannot subclass special typing classes")

    def __ror__(self, left):
        return Union[left, self]

    def __or__(self, right):
        return Union[self, right]


class _SpecialForm(_Final, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._name, self.__doc__, self._getitem = getitem.__name__, getitem.__doc__, getitem

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name

    def __getattr__(self, item):
        if item not in _NAMES:
            raise AttributeError(item)
        return self._name

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        return self._getitem(self, *_tuple(parameters))


class _AnyMeta(type):
    def __repr__(self):
        return super().__repr__() if self is not Any else "typing.Any"

    def __instancecheck__(self, obj):
        if self is not Any:
            return super().__instancecheck__(obj)
        raise TypeError("typing.Any cannot be used with isinstance()")


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is not Any:
            return super().__new__(cls)
        raise TypeError("Any cannot be instantiated")


def _plain_form(name):
    """A form that takes no arguments."""

    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    getitem.__name__ = name
    return _SpecialForm(getitem)


NoReturn = _plain_form("NoReturn")
Never = _plain_form("Never")
Self = _plain_form("Self")
LiteralString = _plain_form("LiteralString")
TypeAlias = _plain_form("TypeAlias")


def _one_type_form(name, special=False):
    """A form that takes one type."""

    def getitem(self, parameters):
        what = "single type" if name in ("ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "TypeGuard",
                                         "TypeIs", "Unpack") else "type"
        if name in ("Required", "NotRequired", "ReadOnly", "Unpack"):
            msg = f"{self._name} accepts only a single type."
        else:
            msg = f"{self} accepts only {what}."
        item = _type_check(parameters, msg, allow_special_forms=special)
        return (_UnpackGenericAlias if name == "Unpack" else _GenericAlias)(self, (item,))
    getitem.__name__ = name
    return _SpecialForm(getitem)


ClassVar = _one_type_form("ClassVar", _3_13)
Final = _one_type_form("Final", _3_13)
Required = _one_type_form("Required", True)
NotRequired = _one_type_form("NotRequired", True)
TypeGuard = _one_type_form("TypeGuard")
Unpack = _one_type_form("Unpack")
if _3_13:
    ReadOnly = _one_type_form("ReadOnly", True)
    TypeIs = _one_type_form("TypeIs")


def _several(form, parameters):
    if parameters == ():
        raise TypeError(f"Cannot take a {form._name} of no types.")
    return _tuple(parameters)


def _each_type(form, parameters):
    return [_type_check(p, f"{form._name}[arg, ...]: each arg must be a type.") for p in parameters]


@_SpecialForm
def Union(self, parameters):
    flat = []
    for arg in _each_type(self, _several(self, parameters)):
        flat += arg.__args__ if isinstance(arg, (_UnionGenericAlias, types.UnionType)) else (arg,)
    args = tuple(_deduplicate(flat))
    optional = len(args) == 2 and type(None) in args
    return args[0] if len(args) == 1 else _UnionGenericAlias(self, args, name="Optional" if optional else None)


def _make_union(left, right):
    return Union[left, right]


@_SpecialForm
def Optional(self, parameters):
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    values = []
    for p in parameters:
        values += p.__args__ if isinstance(p, _LiteralGenericAlias) else (p,)
    try:
        values = [value for value, _ in dict.fromkeys(_typed(values))]
    except TypeError:
        pass
    return _LiteralGenericAlias(self, tuple(values))


@_SpecialForm
def Concatenate(self, parameters):
    *args, last = _several(self, parameters)
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _ConcatenateGenericAlias(self, (*_each_type(self, args), last))


class ForwardRef(_Final, _root=True):
    """A type that is named by a str."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
                 "__forward_is_argument__", "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(f"({arg},)[0]" if arg.startswith("*") else arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        for name, value in zip(self.__slots__, (arg, code, False, None, is_argument, is_class, module)):
            setattr(self, name, value)

    def _evaluate(self, globalns, localns, recursive_guard=frozenset()):
        arg = self.__forward_arg__
        if arg in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None:
                globalns = {} if localns is None else localns
            localns = globalns if localns is None else localns
            if self.__forward_module__ is not None:
                globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
            value = _type_check(eval(self.__forward_code__, globalns, localns),
                                "Forward references must evaluate to types.",
                                is_argument=self.__forward_is_argument__,
                                allow_special_forms=self.__forward_is_class__)
            self.__forward_value__ = _eval_type(value, globalns, localns, recursive_guard | {arg})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        values = self.__forward_evaluated__ and other.__forward_evaluated__
        return self.__forward_arg__ == other.__forward_arg__ and (
            self.__forward_value__ == other.__forward_value__ if values else
            self.__forward_module__ == other.__forward_module__)


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    """A type with the references in it looked up."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, recursive_guard)
    if not isinstance(t, _ALIASES):
        return t
    args = t.__args__
    if isinstance(t, GenericAlias):
        args = [ForwardRef(a) if isinstance(a, str) else a for a in args]
    new = _with_args(t, tuple(_eval_type(a, globalns, localns, recursive_guard) for a in args))
    return next(iter(new)) if new is not t and isinstance(t, GenericAlias) and t.__unpacked__ else new


def _with_args(t, args):
    """An alias with these arguments: itself when it has them."""
    if args == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    return functools.reduce(operator.or_, args) if isinstance(t, types.UnionType) else t.copy_with(args)


class _BaseGenericAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self.__slots__ = None
        self.__origin__, self._inst, self._name = origin, inst, name

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (Exception if _3_13 else AttributeError):
            pass
        return result

    def __mro_entries__(self, bases):
        origin = () if self.__origin__ in bases else (self.__origin__,)
        for later in bases[bases.index(self) + 1:]:
            if isinstance(later, _BaseGenericAlias) or isinstance(later, type) and issubclass(later, Generic):
                return origin
        return (*origin, Generic)

    def __setattr__(self, attr, val):
        own = _is_dunder(attr) or attr in {"_name", "_inst", "_nparams", "_paramspec_tvars", "_typevar_types",
                                           "_defaults"}
        if not own:
            setattr(self.__origin__, attr, val)
        else:
            super().__setattr__(attr, val)

    def __getattr__(self, attr):
        if "__origin__" in self.__dict__:
            if attr in _NAMES:
                return self._name or self.__origin__.__name__
            if not _is_dunder(attr):
                return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __dir__(self):
        return list({*super().__dir__(), *(a for a in dir(self.__origin__) if not _is_dunder(a))})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """X[int] for a class or a form."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = _tuple(args)
        self.__parameters__ = _collect_parameters(self.__args__)
        if not name:
            self.__module__ = origin.__module__

    def _compared(self):
        """What two aliases of an origin differ in."""
        return self.__args__

    def __hash__(self):
        return hash((self.__origin__, self._compared()))

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return type(self) is type(other) and self.__origin__ == other.__origin__ and \
            self._compared() == other._compared()

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = _unpack_args(*map(_type_convert, _tuple(args)))
        return self.copy_with(tuple(self._replaced(self.__args__, dict(_arguments_of(self, tuple(args))))))

    def _replaced(self, args, chosen):
        """Arguments, with what was chosen for the type parameters in them."""
        row = []
        for old in args:
            new = old
            if not isinstance(old, type):
                replace = getattr(old, "__typing_subst__", None)
                params = () if replace else getattr(old, "__parameters__", ())
                if replace:
                    new = replace(chosen[old])
                elif params:
                    new = old[_in_a_row((param, chosen[param]) for param in params)]
            if _is_unpacked_typevartuple(old) or \
                    isinstance(new, tuple) and self.__origin__ is collections.abc.Callable:
                row += new
            else:
                row.append(tuple(self._replaced(old, chosen)) if isinstance(old, tuple) else new)
        return row

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __reduce__(self):
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args = args[0]
        return operator.getitem, (globals()[self._name] if self._name else self.__origin__, args)

    def __iter__(self):
        yield Unpack[self]

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        implied = origin is Generic and (Protocol in bases or any(
            isinstance(b, _BaseGenericAlias) and b is not self for b in bases[bases.index(self) + 1:]))
        return () if implied else (origin,)


_ALIASES = _GenericAlias, GenericAlias, types.UnionType


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """A name such as typing.List, not subscripted."""

    _subscripted = _GenericAlias

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams, self._defaults = nparams, defaults
        self.__doc__ = f"A generic version of {_type_repr(origin)}."

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name

    @_tp_cache
    def __getitem__(self, params):
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in _tuple(params))
        expected, least = self._nparams, self._nparams - len(self._defaults)
        if least <= len(params) < expected:
            params += self._defaults[len(params) - expected:]
        if len(params) == expected:
            return self.copy_with(params)
        if not expected:
            raise TypeError(f"{self} is not a generic class")
        raise _miscounted(self, len(params), expected, f"at least {least}" if self._defaults else expected)

    def copy_with(self, params):
        return self._subscripted(self.__origin__, params, name=self._name, inst=self._inst)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            cls = cls.__origin__
        elif isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls, self.__origin__)


def _written(args):
    """Callable's arguments as they are written: those of the call in a list."""
    return args if len(args) == 2 and _is_param_expr(args[0]) else (list(args[:-1]), args[-1])


class _CallableGenericAlias(_GenericAlias, _root=True):
    def __reduce__(self):
        return operator.getitem, (Callable, _written(self.__args__))

    def __repr__(self):
        args, result = _written(self.__args__)
        if not isinstance(args, list):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, args))}], {_type_repr(result)}]"


class _CallableType(_SpecialGenericAlias, _root=True):
    _subscripted = _CallableGenericAlias

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._of((tuple(args) if isinstance(args, list) else args), result)

    @_tp_cache
    def _of(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        args = (...,) if args is ... else map(_type_convert, _unpack_args(*_tuple(args)))
        return self.copy_with((*args, result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        params = _tuple(params)
        endless = len(params) >= 2 and params[-1] is ...
        msg = f"Tuple[{'t, ...' if endless else 't0, t1, ...'}]: {'' if endless else 'each '}t must be a type."
        checked = [_type_check(p, msg) for p in params[:len(params) - endless]]
        return self.copy_with((*checked, *params[len(checked):]))


class _UnionGenericAlias(_GenericAlias, _root=True):
    def _compared(self):
        return frozenset(self.__args__)

    def __hash__(self):
        return hash(self._compared())

    def __eq__(self, other):
        if isinstance(other, types.UnionType):
            return self._compared() == frozenset(other.__args__)
        return super().__eq__(other)

    def copy_with(self, params):
        return Union[params]

    def __reduce__(self):
        return operator.getitem, (Union, self.__args__)

    def __repr__(self):
        args = [arg for arg in self.__args__ if arg is not type(None)]
        return f"typing.Optional[{_type_repr(*args)}]" if len(self.__args__) == 2 > len(args) else super().__repr__()

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _compared(self):
        return frozenset(_typed(self.__args__))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        *first, last = params
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*first, *last.__args__)
        return (*first, *last) if isinstance(last, (list, tuple)) else super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        unpacked = isinstance(arg, (_GenericAlias, GenericAlias)) and arg.__origin__ is tuple
        return arg.__args__ if unpacked else None

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    def __repr__(self):
        return f"typing.Unpack[{_type_repr(*self.__args__)}]"


class _AnnotatedAlias(_GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def _compared(self):
        return self.__metadata__

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


def _annotated(params):
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if _is_unpacked_typevartuple(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))


if _3_13:
    @_TypedCacheSpecialForm
    @_tp_cache(typed=True)
    def Annotated(self, *params):
        return _annotated(params)
else:
    class Annotated:
        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            raise TypeError("Type Annotated cannot be instantiated.")

        def __class_getitem__(cls, params):
            return _annotated(_tuple(params))

        def __init_subclass__(cls, *args, **kwargs):
            raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


# What the types written in Rust ask for.
def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    if isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack or \
            isinstance(arg, GenericAlias) and getattr(arg, "__unpacked__", False):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevartuple_prepare_subst(self, alias, args):
    params = alias.__parameters__
    index = params.index(self)
    for param in params[index + 1:]:
        if isinstance(param, TypeVarTuple):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    left, right = index, len(params) - index - 1
    if left + right > len(args):
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {left + right}")
    if left == len(args) and _3_13 and self.has_default():
        middle = tuple(_unpack_args(self.__default__))
    else:
        middle = args[left:len(args) - right]
    return (*args[:left], middle, *args[len(args) - right:])


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple(_type_check(a, "Expected a type.") for a in arg)
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    params = alias.__parameters__
    i = params.index(self)
    if i == len(args) and _3_13 and self.has_default():
        args = [*args, self.__default__]
    if i >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(params) == 1 and not _is_param_expr(args[0]):
        args = (args,)
    elif isinstance(args[i], list):
        args = (*args[:i], tuple(args[i]), *args[i + 1:])
    return args


@_tp_cache
def _generic_class_getitem(cls, args):
    args = tuple(map(_type_convert, _tuple(args)))
    if cls is not Generic and cls is not Protocol:
        return _GenericAlias(cls, _in_a_row(_arguments_of(cls, args)))
    wrong = None
    if not args:
        raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
    if not all(map(_is_typevar_like, args)):
        wrong = "type variables or parameter specification variables."
    elif len(set(args)) != len(args):
        wrong = "unique"
    if wrong:
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be {wrong}")
    return _GenericAlias(cls, args)


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    tvars = []
    orig_bases = cls.__dict__.get("__orig_bases__")
    if orig_bases is not None:
        error = Generic in orig_bases
    else:
        error = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls) is not _TypedDictMeta
    if error:
        raise TypeError("Cannot inherit from plain Generic")
    if orig_bases is not None:
        tvars = _collect_parameters(orig_bases)
        gvars = None
        for base in orig_bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if gvars is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                gvars = base.__parameters__
        if gvars is not None:
            missing = [t for t in tvars if t not in gvars]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in "
                                f"Generic[{', '.join(map(str, gvars))}]")
            tvars = gvars
    cls.__parameters__ = tuple(tvars)


_NOT_PROTOCOL_MEMBERS = frozenset({
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol",
    "__protocol_attrs__", "__non_callable_proto_members__", "__type_params__", "__abstractmethods__",
    "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__",
    "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "_MutableMapping__marker",
    "_gorg",
})


def _own_annotations(cls):
    """The annotations of a class itself. Those of 3.14 are computed when they are asked for."""
    if sys.version_info >= (3, 14):
        return getattr(cls, "__annotations__", {})
    return cls.__dict__.get("__annotations__", {})


def _annotations_in(namespace):
    """The annotations of a class that is being made."""
    annotate = namespace.get("__annotate_func__")
    return annotate(1) if annotate else namespace.get("__annotations__", {})


def _get_protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in {"Protocol", "Generic"}:
            continue
        for name in (*base.__dict__, *_own_annotations(base)):
            if not name.startswith("_abc_") and name not in _NOT_PROTOCOL_MEMBERS:
                attrs.add(name)
    return attrs


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name != "Protocol" and Protocol in bases:
            for base in bases:
                if not (base in (object, Generic) or base.__name__ in _ABCS and base.__module__ == _ABCS_MODULE
                        or issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        import inspect
        for attr in cls.__protocol_attrs__:
            value = inspect.getattr_static(instance, attr, inspect)
            if value is inspect or value is None and attr not in cls.__non_callable_proto_members__:
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        asks = sys._getframe(1).f_globals.get("__name__")
        if getattr(cls, "_is_protocol", False) and asks not in ("abc", "functools"):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            others = sorted(cls.__non_callable_proto_members__)
            if others and cls.__dict__.get("__subclasshook__") is not None:
                if _3_13:
                    raise TypeError("Protocols with non-method members don't support issubclass(). Non-method "
                                    f"members: {str(others)[1:-1]}.")
                raise TypeError("Protocols with non-method members don't support issubclass()")
        return super().__subclasscheck__(other)


def _proto_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            annotations = getattr(base, "__annotations__", {})
            if isinstance(annotations, collections.abc.Mapping) and attr in annotations and \
                    issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that are known by their members."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = cls.__dict__
        cls._is_protocol = own.get("_is_protocol", False) or any(b is Protocol for b in cls.__bases__)
        if "__subclasshook__" not in own:
            cls.__subclasshook__ = classmethod(_proto_hook)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


_ABCS_MODULE = "collections.abc"
_ABCS = ("Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable", "Sized",
         "Container", "Collection", "Reversible", "Buffer")


def runtime_checkable(cls):
    """Lets isinstance and issubclass look at a protocol's members."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = {
        attr for attr in cls.__protocol_attrs__ if not callable(getattr(cls, attr, None))
    }
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


if not _3_13:
    del is_protocol, get_protocol_members


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def _marked(obj, name):
    """An object with an attribute that is true, if it takes one."""
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    return _marked(f, "__final__")


def override(method, /):
    return _marked(method, "__override__")


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn
    return decorator


def no_type_check(arg):
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            if not hasattr(obj, "__qualname__") or obj.__qualname__ != f"{arg.__qualname__}.{obj.__name__}" or \
                    getattr(obj, "__module__", None) != arg.__module__:
                continue
            if isinstance(obj, FunctionType):
                obj.__no_type_check__ = True
            if isinstance(obj, types.MethodType):
                obj.__func__.__no_type_check__ = True
            if isinstance(obj, type):
                no_type_check(obj)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


_overload_registry = defaultdict(functools.partial(defaultdict, dict))


def overload(func):
    f = getattr(func, "__func__", func)
    with contextlib.suppress(AttributeError):
        _overload_registry[f.__module__][f.__qualname__][f.__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    f = getattr(func, "__func__", func)
    return list(_overload_registry.get(f.__module__, {}).get(f.__qualname__, {}).values())


def clear_overloads():
    _overload_registry.clear()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Annotations with what strings in them refer to."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    for annotations, *names, kind in (_class_annotations if isinstance(obj, type) else _annotations)(
            obj, globalns, localns):
        for name, value in annotations.items():
            if isinstance(value, str):
                value = ForwardRef(value, **kind)
            hints[name] = _eval_type(type(None) if value is None else value, *names)
    return hints if include_extras else {k: _strip_annotations(t) for k, t in hints.items()}


def _class_annotations(cls, globalns, localns):
    """The annotations of a class and its bases, each with the globals and locals that they are looked up in."""
    for base in reversed(cls.__mro__):
        found = _own_annotations(base)
        if isinstance(found, types.GetSetDescriptorType):
            found = {}
        own = dict(vars(base))
        if globalns is not None:
            names = globalns, own if localns is None else localns
        else:
            module = getattr(sys.modules.get(base.__module__), "__dict__", {})
            names = (own, module) if localns is None else (module, localns)
        yield found, *names, _FIELD


_FIELD = {"is_argument": False, "is_class": True}


def _annotations(obj, globalns, localns):
    """The annotations of a module or function."""
    module = isinstance(obj, types.ModuleType)
    if globalns is None:
        inner = obj
        while not module and hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        globalns = obj.__dict__ if module else getattr(inner, "__globals__", {})
    if localns is None:
        localns = globalns
    found = getattr(obj, "__annotations__", None)
    if found is None and not isinstance(obj, (types.BuiltinFunctionType, types.WrapperDescriptorType,
                                              types.MethodWrapperType, types.MethodDescriptorType, types.ModuleType)):
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    params = {p.__name__: p for p in getattr(obj, "__type_params__", ())}
    yield found or {}, globalns, {**params, **localns} if params else localns, {"is_argument": not module}


def _strip_annotations(t):
    """A type without Annotated, Required and NotRequired."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if getattr(t, "__origin__", None) in _field_forms:
        return _strip_annotations(t.__args__[0])
    return _with_args(t, tuple(map(_strip_annotations, t.__args__))) if isinstance(t, _ALIASES) else t


_field_forms = (Required, NotRequired, ReadOnly) if _3_13 else (Required, NotRequired)


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, types.UnionType):
        return types.UnionType
    has_origin = isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs))
    return tp.__origin__ if has_origin else Generic if tp is Generic else None


def get_args(tp):
    if not isinstance(tp, _ALIASES):
        return ()
    args = tp.__args__
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    return _written(args) if get_origin(tp) is collections.abc.Callable else args


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


# Names of the classes in other modules.
KT = TypeVar("KT")
VT = TypeVar("VT")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)

_alias = _SpecialGenericAlias
_none = (types.NoneType,) if _3_13 else ()
for _nparams, _names in enumerate((
    "Hashable Sized ByteString",
    "Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection Sequence MutableSequence "
    "MutableSet MappingView KeysView ValuesView",
    "Mapping MutableMapping ItemsView",
    "Coroutine",
)):
    globals().update({_name: _alias(getattr(collections.abc, _name), _nparams) for _name in _names.split()})
Callable = _CallableType(collections.abc.Callable, 2)
AbstractSet = _alias(collections.abc.Set, 1, name="AbstractSet")
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _alias(list, 1, inst=False, name="List")
Set = _alias(set, 1, inst=False, name="Set")
FrozenSet = _alias(frozenset, 1, inst=False, name="FrozenSet")
Dict = _alias(dict, 2, inst=False, name="Dict")
Deque = _alias(collections.deque, 1, name="Deque")
DefaultDict = _alias(collections.defaultdict, 2, name="DefaultDict")
OrderedDict = _alias(collections.OrderedDict, 2)
Counter = _alias(collections.Counter, 1)
ChainMap = _alias(collections.ChainMap, 2)
Generator = _alias(collections.abc.Generator, 3, defaults=_none * 2)
AsyncGenerator = _alias(collections.abc.AsyncGenerator, 2, defaults=_none)
Type = _alias(type, 1, inst=False, name="Type")
ContextManager = _alias(contextlib.AbstractContextManager, 2 if _3_13 else 1, name="ContextManager",
                        defaults=(bool | None,) if _3_13 else ())
AsyncContextManager = _alias(contextlib.AbstractAsyncContextManager, 2 if _3_13 else 1, name="AsyncContextManager",
                             defaults=(bool | None,) if _3_13 else ())


def _supports(name, method, result):
    """A protocol of one method."""

    def function(self):
        pass
    function.__name__ = method
    function.__qualname__ = f"{name}.{method}"
    function.__annotations__ = {"return": result}
    bases = (Protocol[T_co],) if result is T_co else (Protocol,)
    cls = types.new_class(name, bases, {}, lambda ns: ns.update(
        {"__module__": "typing", "__slots__": (), method: abstractmethod(function)}))
    return runtime_checkable(cls)


SupportsInt = _supports("SupportsInt", "__int__", int)
SupportsFloat = _supports("SupportsFloat", "__float__", float)
SupportsComplex = _supports("SupportsComplex", "__complex__", complex)
SupportsBytes = _supports("SupportsBytes", "__bytes__", bytes)
SupportsIndex = _supports("SupportsIndex", "__index__", int)
SupportsAbs = _supports("SupportsAbs", "__abs__", T_co)
SupportsRound = _supports("SupportsRound", "__round__", T_co)


def _namedtuple(name, fields, defaults, module):
    tuple_type = collections.namedtuple(name, [n for n, _ in fields], defaults=defaults, module=module)
    annotations = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in fields}
    tuple_type.__annotations__ = tuple_type.__new__.__annotations__ = annotations
    return tuple_type


_nt_prohibited = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                            "_field_types", "_make", "_replace", "_asdict", "_source"})
_nt_special = frozenset({"__module__", "__name__", "__annotations__", "__annotate_func__", "__classdictcell__"})


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        annotations = _annotations_in(ns)
        defaults = []
        for name in annotations:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default "
                                f"field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        result = _namedtuple(typename, annotations.items(), [ns[n] for n in defaults], ns["__module__"])
        result.__bases__ = bases
        if Generic in bases:
            result.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, val in ns.items():
            if key in _nt_prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _nt_special and key not in result._fields:
                setattr(result, key, val)
        if Generic in bases:
            result.__init_subclass__()
        return result


def NamedTuple(typename, fields=None, /, **kwargs):
    """A namedtuple with types."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    result = _namedtuple(typename, list(fields), None, sys._getframe(1).f_globals.get("__name__"))
    result.__orig_bases__ = (NamedTuple,)
    return result


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        tp_dict = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(tp_dict, "__orig_bases__"):
            tp_dict.__orig_bases__ = bases
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {n: _type_check(t, msg, module=tp_dict.__module__) for n, t in _annotations_in(ns).items()}
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            annotations.update(_own_annotations(base))
            base_required = base.__dict__.get("__required_keys__", set())
            base_optional = base.__dict__.get("__optional_keys__", set())
            required = (required | base_required) - base_optional
            optional = (optional | base_optional) - base_required
            readonly |= base.__dict__.get("__readonly_keys__", frozenset())
            mutable |= base.__dict__.get("__mutable_keys__", frozenset())
        annotations.update(own)
        for key, tp in own.items():
            is_required, is_readonly = total, False
            while True:
                origin = get_origin(tp)
                if origin is Annotated:
                    tp = get_args(tp)[0]
                elif origin in _field_forms:
                    if origin is Required:
                        is_required = True
                    elif origin is NotRequired:
                        is_required = False
                    else:
                        is_readonly = True
                    tp, = get_args(tp)
                else:
                    break
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            (readonly if is_readonly else mutable).add(key)
        tp_dict.__annotations__ = annotations
        tp_dict.__required_keys__ = frozenset(required)
        tp_dict.__optional_keys__ = frozenset(optional)
        if _3_13:
            tp_dict.__readonly_keys__ = frozenset(readonly)
            tp_dict.__mutable_keys__ = frozenset(mutable)
        tp_dict.__total__ = total
        return tp_dict

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with certain keys."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    ns = {"__annotations__": dict(fields)}
    module = sys._getframe(1).f_globals.get("__name__")
    if module is not None:
        ns["__module__"] = module
    td = _TypedDictMeta(typename, (), ns, total=total)
    td.__orig_bases__ = (TypedDict,)
    return td


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class NewType:
    """A name for a type of its own that is the other type when it runs."""

    __call__ = _idfunc

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframe(1).f_globals.get("__name__")
        if module != "typing":
            self.__module__ = module

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")
        return (Dummy,)

    __or__, __ror__ = _Final.__or__, _Final.__ror__


class IO(Generic[AnyStr]):
    """Files, for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()

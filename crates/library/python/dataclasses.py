"""Classes made of their annotated fields."""

import abc
import sys
from reprlib import recursive_repr
from types import FunctionType, GenericAlias, MappingProxyType, MemberDescriptorType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]
_3_13 = sys.version_info >= (3, 13)
_DEFERRED = sys.version_info >= (3, 14)


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = MappingProxyType({})


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    """A parameter of __init__ that is handed to __post_init__."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field, as `fields` tells it."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        values = None, None, default, default_factory, repr, hash, init, compare, metadata, kw_only, None
        for slot, value in zip(Field.__slots__, values):
            setattr(self, slot, value)

    @recursive_repr()
    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata",
                 "kw_only")
        return f"Field({','.join(f'{n}={getattr(self, n)!r}' for n in names)},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
                 "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{n}={getattr(self, n)!r}' for n in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_special(annotation, cls, kind, names, modules):
    """Whether an annotation written as a string names ClassVar and the like."""
    text = annotation.split("[")[0].strip()
    prefix, dot, name = text.rpartition(".")
    if not name.isidentifier():
        return False
    namespace = sys.modules.get(cls.__module__).__dict__ if cls.__module__ in sys.modules else {}
    if dot:
        module = namespace.get(prefix)
        return module is not None and module is sys.modules.get(modules) and name in names
    return namespace.get(name) is kind and kind is not None


def _kind_of(cls, a_type):
    """Whether a field is a field, a class variable or for __init__ alone."""
    typing = sys.modules.get("typing")
    if typing is not None:
        if a_type is typing.ClassVar or type(a_type) is typing._GenericAlias and a_type.__origin__ is typing.ClassVar \
                or isinstance(a_type, str) and _is_special(a_type, cls, typing.ClassVar, ("ClassVar",), "typing"):
            return _FIELD_CLASSVAR
    if a_type is InitVar or type(a_type) is InitVar \
            or isinstance(a_type, str) and _is_special(a_type, cls, InitVar, ("InitVar",), "dataclasses"):
        return _FIELD_INITVAR
    return _FIELD


def _get_field(cls, name, a_type, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = a_type
    f._field_type = _kind_of(cls, a_type)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default is not MISSING and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


class _Functions:
    """Texts of methods, compiled together."""

    def __init__(self, cls):
        self.cls = cls
        self.names = []
        self.texts = []
        self.locals = {}
        self.made = set()

    def add(self, name, params, body, returns=None, error=None, wrap=None):
        self.names.append((name, error, wrap))
        head = f" def {name}({', '.join(params)}){'' if returns is None else '->' + returns}:"
        self.texts.append("\n".join([head, *(f"  {line}" for line in body)]))

    def install(self):
        if not self.names:
            return
        cls = self.cls
        text = f"def __create_fn__({', '.join(self.locals)}):\n" + "\n".join(self.texts) + \
            f"\n return ({' '.join(name + ',' for name, _, _ in self.names)})"
        namespace = {}
        exec(text, sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}, namespace)
        made = namespace["__create_fn__"](**self.locals)
        for (name, error, wrap), function in zip(self.names, made):
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            if wrap is not None:
                function = wrap(function)
            if not _set_new_attribute(cls, name, function):
                self.made.add(name)
            elif error is not None:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{error}")


def _set_new_attribute(cls, name, value):
    """Sets it unless the class has it already; whether it had."""
    if name in cls.__dict__:
        return True
    if isinstance(value, FunctionType):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _add_init(functions, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    previous = None
    for f in std_fields:
        if not f.init:
            continue
        if f.default is not MISSING or f.default_factory is not MISSING:
            previous = f
        elif previous is not None:
            tail = f" {previous.name!r}" if _3_13 else ""
            raise TypeError(f"non-default argument {f.name!r} follows default argument{tail}")
    env = functions.locals
    env["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
    env["__dataclass_builtins_object__"] = object
    env["__dataclass_return_type__"] = None
    body = []
    params = [self_name]
    for f in (*std_fields, *kw_only_fields):
        if f.init and f.kw_only and "*" not in params:
            params.append("*")
        default = f"__dataclass_dflt_{f.name}__"
        value = None
        if f.default_factory is not MISSING:
            env[default] = f.default_factory
            value = f"{default}()"
            if f.init:
                value += f" if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
        elif f.init:
            if f.default is not MISSING:
                env[default] = f.default
            value = f.name
        elif slots and f.default is not MISSING:
            env[default] = f.default
            value = default
        if f.init:
            env[f"__dataclass_type_{f.name}__"] = f.type
            given = ""
            if f.default_factory is not MISSING:
                given = "=__dataclass_HAS_DEFAULT_FACTORY__"
            elif f.default is not MISSING:
                given = f"={default}"
            params.append(f"{f.name}:__dataclass_type_{f.name}__{given}")
        if value is not None and f._field_type is not _FIELD_INITVAR:
            if frozen:
                body.append(f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})")
            else:
                body.append(f"{self_name}.{f.name}={value}")
    if has_post_init:
        extra = ",".join(f.name for f in (*std_fields, *kw_only_fields) if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({extra})")
    functions.add("__init__", params, body or ["pass"], "__dataclass_return_type__")


def _tuple_text(name, fields):
    return f"({''.join(f'{name}.{f.name},' for f in fields)})"


def _type_text(annotation):
    """An annotation as a signature shows it."""
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        if annotation.__module__ in ("builtins",):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation) if isinstance(annotation, str) else repr(annotation).replace("typing.", "")


def _doc_text(cls, std_fields, kw_only_fields):
    parts = []
    for f in (*std_fields, *kw_only_fields):
        if not f.init:
            continue
        if f.kw_only and "*" not in parts:
            parts.append("*")
        part = f"{f.name}: {_type_text(f.type)}"
        if f.default is not MISSING:
            part += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            part += " = <factory>"
        parts.append(part)
    return f"{cls.__name__}({', '.join(parts)})"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    all_fields = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                           weakref_slot))
    any_frozen_base = has_bases = False
    all_frozen = True
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_bases = True
            all_fields.update((f.name, f) for f in base_fields.values())
            base_frozen = getattr(base, _PARAMS).frozen
            all_frozen = all_frozen and base_frozen
            any_frozen_base = any_frozen_base or base_frozen

    annotations = cls.__annotations__ if _DEFERRED else cls.__dict__.get("__annotations__", {})
    own = []
    kw_only_seen = False
    for name, a_type in annotations.items():
        if a_type is KW_ONLY or isinstance(a_type, str) and \
                _is_special(a_type, cls, KW_ONLY, ("KW_ONLY",), "dataclasses"):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = kw_only = True
        else:
            own.append(_get_field(cls, name, a_type, kw_only))
    for f in own:
        all_fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all_frozen and frozen and (_3_13 or not any_frozen_base):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, all_fields)

    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")

    in_init = [f for f in all_fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_fields = tuple(f for f in in_init if not f.kw_only)
    kw_only_fields = tuple(f for f in in_init if f.kw_only)
    functions = _Functions(cls)
    if init:
        _add_init(functions, std_fields, kw_only_fields, frozen, hasattr(cls, "__post_init__"),
                  "__dataclass_self__" if "self" in all_fields else "self", slots)
    if _3_13:
        _set_new_attribute(cls, "__replace__", _replace)
    real = [f for f in all_fields.values() if f._field_type is _FIELD]
    if repr:
        shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in real if f.repr)
        functions.add("__repr__", ["self"], [f'return f"{{self.__class__.__qualname__}}({shown})"'],
                      wrap=recursive_repr())
    compared = [f for f in real if f.compare]
    if eq:
        if _3_13:
            terms = " and ".join(f"self.{f.name}==other.{f.name}" for f in compared) or "True"
            body = ["if self is other:", " return True", "if other.__class__ is self.__class__:", f" return {terms}",
                    "return NotImplemented"]
        else:
            body = ["if other.__class__ is self.__class__:",
                    f" return {_tuple_text('self', compared)}=={_tuple_text('other', compared)}",
                    "return NotImplemented"]
        functions.add("__eq__", ["self", "other"], body)
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            functions.add(name, ["self", "other"], [
                "if other.__class__ is self.__class__:",
                f" return {_tuple_text('self', compared)}{op}{_tuple_text('other', compared)}",
                "return NotImplemented",
            ], error=("" if _3_13 else ".") + " Consider using functools.total_ordering")
    if frozen:
        functions.locals["__dataclass_cls__"] = cls
        functions.locals["__dataclass_FrozenInstanceError__"] = FrozenInstanceError
        condition = "type(self) is __dataclass_cls__"
        if real:
            condition += f" or name in {{{', '.join(f'{f.name!r}' for f in real)}}}"
        for name, param, verb in (("__setattr__", ", value", "assign to"), ("__delattr__", "", "delete")):
            functions.add(name, ["self", "name" + param], [
                f"if {condition}:",
                f' raise __dataclass_FrozenInstanceError__(f"cannot {verb} field {{name!r}}")',
                f"super(__dataclass_cls__, self).{name}(name{param})",
            ], error="")
    if not unsafe_hash and eq and not frozen and not has_explicit_hash:
        cls.__hash__ = None
    elif unsafe_hash or eq and frozen and not has_explicit_hash:
        if unsafe_hash and has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
        if "__hash__" in cls.__dict__:
            del cls.__hash__
        functions.add("__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"])
    functions.install()
    if not getattr(cls, "__doc__"):
        if init and "__init__" in functions.made:
            cls.__doc__ = _doc_text(cls, std_fields, kw_only_fields)
        else:
            import inspect
            try:
                cls.__doc__ = cls.__name__ + str(inspect.signature(cls)).replace(" -> None", "")
            except (TypeError, ValueError):
                cls.__doc__ = cls.__name__
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std_fields if f.init))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        names = []
        if getattr(cls, "__weakrefoffset__", -1) != 0:
            names.append("__weakref__")
        if getattr(cls, "__dictoffset__", -1) != 0:
            names.append("__dict__")
        return names
    return [slots] if isinstance(slots, str) else list(slots)


def _add_slots(cls, is_frozen, weakref_slot):
    """The class anew: slots can only be there from the start."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    wanted = names + (("__weakref__",) if weakref_slot else ())
    namespace["__slots__"] = tuple(name for name in wanted if name not in inherited)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        new.__qualname__ = qualname
    if is_frozen:
        if "__getstate__" not in namespace:
            new.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            new.__setstate__ = _dataclass_setstate
    return new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Class decorator that writes __init__, __repr__, __eq__ and more from the annotations."""

    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass, as a tuple."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


_ATOMIC = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(len),
                     FunctionType, type, range, property, type(_is_dataclass_instance.__code__)})


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, dataclasses and containers in them too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, lambda o, convert: dict_factory([(f.name, convert(getattr(o, f.name))) for f in fields(o)]),
                  dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, dataclasses and containers in them too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _inner(obj, lambda o, convert: tuple_factory([convert(getattr(o, f.name)) for f in fields(o)]), dict)


def _inner(obj, build, dict_factory):
    import copy

    def convert(obj):
        kind = type(obj)
        if kind in _ATOMIC:
            return obj
        if hasattr(kind, _FIELDS):
            return build(obj, convert)
        if kind is list:
            return [convert(v) for v in obj]
        if kind is dict:
            return {convert(k): convert(v) for k, v in obj.items()}
        if issubclass(kind, tuple):
            if hasattr(obj, "_fields"):
                return kind(*[convert(v) for v in obj])
            return kind(convert(v) for v in obj)
        if issubclass(kind, list):
            return kind(convert(v) for v in obj)
        if issubclass(kind, dict):
            if hasattr(kind, "default_factory"):
                result = kind(obj.default_factory)
                for k, v in obj.items():
                    result[convert(k)] = convert(v)
                return result
            return kind((convert(k), convert(v)) for k, v in obj.items())
        return copy.deepcopy(obj)

    return convert(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """A dataclass from a list of names, (name, type) or (name, type, default)."""
    import keyword
    import types
    if _DEFERRED:
        import typing
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, typing.Any if _DEFERRED else "typing.Any"
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = tp

    def exec_body(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, exec_body)
    if module is None:
        module = sys._getframe(1).f_globals.get("__name__", "__main__")
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new instance with some fields replaced."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    error = TypeError if _3_13 else ValueError
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise error(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise error(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)

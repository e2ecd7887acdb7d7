"""Looking at live objects."""

import collections.abc
import enum
import functools
import sys
import types
from collections import OrderedDict, namedtuple
from keyword import iskeyword

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__") and \
        not (sys.version_info >= (3, 13) and hasattr(tp, "__delete__"))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__set__") or hasattr(tp, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def _has_code_flag(f, flag):
    f = functools._unwrap_partial(f)
    while ismethod(f):
        f = f.__func__
    f = functools._unwrap_partial(f)
    if not isfunction(f):
        return False
    return bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_code_flag(obj, CO_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    f = functools._unwrap_partial(getattr(obj, "__func__", obj))
    return _has_code_flag(obj, CO_COROUTINE) or getattr(f, "_is_coroutine_marker", None) is _is_coroutine_mark


def isasyncgenfunction(obj):
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or \
        isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE) or \
        isinstance(object, collections.abc.Awaitable)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def _getmembers(object, predicate, getter):
    mro, names, absent = (), dir(object), []
    if isclass(object):
        mro = getmro(object)
        names += [name for base in object.__bases__ for name, value in base.__dict__.items()
                  if isinstance(value, types.DynamicClassAttribute)]
    found, seen = [], set()
    for name in names:
        try:
            value = getter(object, name)
        except AttributeError:
            value = absent
        if value is absent or name in seen:
            value = next((base.__dict__[name] for base in mro if name in base.__dict__), absent)
        if value is not absent:
            if not predicate or predicate(value):
                found.append((name, value))
            seen.add(name)
    return sorted(found, key=lambda pair: pair[0])


def getmembers(object, predicate=None):
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _getmembers(object, predicate, getattr_static)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    f = func
    memo = {id(f): f}
    limit = sys.getrecursionlimit()
    while not (isinstance(func, type) and sys.version_info >= (3, 13)) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in memo or len(memo) >= limit:
            raise ValueError(f"wrapper loop when unwrapping {f!r}")
        memo[id(func)] = func
    return func


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def _finddoc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name = obj.__func__.__name__
        self = obj.__self__
        cls = self if isclass(self) else self.__class__
    elif isfunction(obj):
        name = obj.__name__
        path = obj.__qualname__.split(".")[:-1]
        cls = sys.modules.get(obj.__module__)
        for part in path:
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
    elif isinstance(obj, property):
        name = obj.fget.__name__
        cls = sys.modules.get(obj.fget.__module__)
        for part in obj.fget.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
    else:
        return None
    for base in cls.__mro__:
        doc = getattr(base.__dict__.get(name), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    doc = getattr(object, "__doc__", _sentinel)
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            pass
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")), default=0)
    lines = [lines[0].lstrip(" "), *(line[margin:] for line in lines[1:])]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    return None


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(getattr(object, "__module__", None))
        if getattr(module, "__file__", None):
            return module.__file__
        if getattr(object, "__module__", None) == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    for test, part in (ismethod, "__func__"), (isfunction, "__code__"), (istraceback, "tb_frame"), (isframe, "f_code"):
        if test(object):
            object = getattr(object, part)
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    f"{type(object).__name__}")


def getsourcefile(object):
    return getfile(object)


def currentframe():
    return sys._getframe(1)


def _states(kind):
    return [f"{kind}_{state}" for state in ("CREATED", "RUNNING", "SUSPENDED", "CLOSED")]


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = _states("GEN")
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = _states("CORO")
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = _states("AGEN")


def _state(kind, running, suspended, frame):
    created, runs, waits, closed = _states(kind)
    return runs if running else waits if suspended else closed if frame is None else created


def getgeneratorstate(generator):
    return _state("GEN", generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = getattr(generator, "gi_frame", None)
    return {} if frame is None else generator.gi_frame.f_locals


def getcoroutinestate(coroutine):
    return _state("CORO", coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getasyncgenstate(agen):
    return _state("AGEN", agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return {} if agen.ag_frame is None else agen.ag_frame.f_locals


_sentinel = object()
_class_dict = type.__dict__["__dict__"].__get__
_class_mro = type.__dict__["__mro__"].__get__


def _shadowed_dict(cls):
    """What a class has for `__dict__` in the way of the instance's own."""
    for entry in _class_mro(cls):
        d = _class_dict(entry)
        if "__dict__" in d:
            attr = d["__dict__"]
            if not (type(attr) is types.GetSetDescriptorType and attr.__name__ == "__dict__"
                    and attr.__objclass__ is entry):
                return attr
    return _sentinel


def getattr_static(obj, attr, default=_sentinel):
    """An attribute without running descriptors or __getattr__."""
    instance_result = _sentinel
    objtype = type(obj)
    if type not in _class_mro(objtype):
        klass = objtype
        shadowed = _shadowed_dict(klass)
        if shadowed is _sentinel or isinstance(shadowed, types.MemberDescriptorType):
            try:
                instance_dict = object.__getattribute__(obj, "__dict__")
            except AttributeError:
                instance_dict = {}
            instance_result = dict.get(instance_dict, attr, _sentinel)
    else:
        klass = obj
    klass_result = _sentinel
    for entry in _class_mro(klass):
        d = _class_dict(entry)
        if attr in d:
            klass_result = d[attr]
            break
    kind = type(klass_result)
    data = hasattr(kind, "__get__") and (hasattr(kind, "__set__") or hasattr(kind, "__delete__"))
    for found in (klass_result, instance_result) if data else (instance_result, klass_result):
        if found is not _sentinel:
            return found
    if obj is klass:
        for entry in _class_mro(type(klass)):
            if attr in _class_dict(entry):
                return _class_dict(entry)[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


class _void:
    pass


class _empty:
    """Marks what a signature does not have."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        member = int.__new__(cls, len(cls.__members__))
        member._value_ = int(member)
        member.description = description
        return member

    def __str__(self):
        return self.name


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    (POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD) = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if iskeyword(name) and self._kind is not Parameter.POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind is Parameter.VAR_POSITIONAL:
            return "*" + text
        return "**" + text if self._kind is Parameter.VAR_KEYWORD else text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or _traits(self) == _traits(other)

    def __hash__(self):
        return hash(_traits(self))


def _traits(param):
    return param._name, param._kind, param._annotation, param._default


class BoundArguments:
    """The arguments of a call, by parameter."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    def _split(self):
        """The given parameters and their values: those that go by position, and those that go by keyword."""
        groups = [], []
        by_keyword = False
        for name, param in self._signature.parameters.items():
            by_keyword = by_keyword or name not in self.arguments or \
                param.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY)
            if name in self.arguments:
                groups[by_keyword].append((param, self.arguments[name]))
        return groups

    @property
    def args(self):
        values = []
        for param, value in self._split()[0]:
            values += value if param.kind is Parameter.VAR_POSITIONAL else (value,)
        return tuple(values)

    @property
    def kwargs(self):
        values = {}
        for param, value in self._split()[1]:
            values.update(value if param.kind is Parameter.VAR_KEYWORD else {param.name: value})
        return values

    @property
    def signature(self):
        return self._signature

    def apply_defaults(self):
        new = []
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                value = self.arguments[name]
            elif param.default is not _empty:
                value = param.default
            elif param.kind is Parameter.VAR_POSITIONAL:
                value = ()
            elif param.kind is Parameter.VAR_KEYWORD:
                value = {}
            else:
                continue
            new.append((name, value))
        self.arguments = dict(new)

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{self.__class__.__name__} ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = OrderedDict()
        top = Parameter.POSITIONAL_ONLY
        seen_default = False
        for param in parameters or ():
            kind, name = param.kind, param.name
            if kind < top:
                raise ValueError(f"wrong parameter order: {top.description} parameter before {kind.description} "
                                 "parameter")
            top = kind
            if kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
                if param.default is _empty:
                    if seen_default and __validate_parameters__:
                        raise ValueError("non-default argument follows default argument")
                else:
                    seen_default = True
            if name in params:
                raise ValueError(f"duplicate parameter name: {name!r}")
            params[name] = param
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(obj, follow_wrapped, cls)

    @property
    def return_annotation(self):
        return self._return_annotation

    @property
    def parameters(self):
        return self._parameters

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void
                          else return_annotation)

    __replace__ = replace

    def __hash__(self):
        return hash((tuple(self.parameters.values()), self.return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self.parameters.values()) == list(other.parameters.values()) and \
            self.return_annotation == other.return_annotation

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        args = list(args)
        kwargs = dict(kwargs)
        positional_only_as_kw = []
        for name, param in self.parameters.items():
            kind = param.kind
            if kind is Parameter.VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif kind is Parameter.VAR_KEYWORD:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif args and kind is not Parameter.KEYWORD_ONLY:
                if name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
            elif kind is Parameter.POSITIONAL_ONLY:
                if name in kwargs and param.default is _empty:
                    positional_only_as_kw.append(name)
                if not partial and param.default is _empty:
                    if name in kwargs:
                        raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                    raise TypeError(f"missing a required positional-only argument: {name!r}"
                                    if sys.version_info >= (3, 13) else f"missing a required argument: {name!r}")
            elif name in kwargs:
                if args:
                    raise TypeError("too many positional arguments")
                arguments[name] = kwargs.pop(name)
            elif param.default is _empty and not partial:
                if kind is Parameter.KEYWORD_ONLY:
                    if args:
                        break
                    if sys.version_info >= (3, 13):
                        raise TypeError(f"missing a required keyword-only argument: {name!r}")
                raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        result = []
        slash = False
        star = True
        for param in self.parameters.values():
            kind = param.kind
            if kind is Parameter.POSITIONAL_ONLY:
                slash = True
            elif slash:
                result.append("/")
                slash = False
            if kind is Parameter.VAR_POSITIONAL:
                star = False
            elif kind is Parameter.KEYWORD_ONLY and star:
                result.append("*")
                star = False
            result.append(str(param))
        if slash:
            result.append("/")
        text = f"({', '.join(result)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(result) + "\n)"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text


def _from_function(func, cls):
    code = func.__code__
    names = code.co_varnames
    positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
    annotations = get_annotations(func)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    first_default = positional - len(defaults)
    params = []
    for i, name in enumerate(names[:positional]):
        kind = Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        params.append(Parameter(name if name.isidentifier() else "implicit" + name[1:], kind,
                                default=defaults[i - first_default] if i >= first_default else _empty,
                                annotation=annotations.get(name, _empty)))
    index = positional + keyword_only
    if code.co_flags & CO_VARARGS:
        params.append(Parameter(names[index], Parameter.VAR_POSITIONAL,
                                annotation=annotations.get(names[index], _empty)))
        index += 1
    for name in names[positional:positional + keyword_only]:
        params.append(Parameter(name, Parameter.KEYWORD_ONLY, default=kwdefaults.get(name, _empty),
                                annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        params.append(Parameter(names[index], Parameter.VAR_KEYWORD,
                                annotation=annotations.get(names[index], _empty)))
    return cls(params, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _without_first(sig):
    """The signature of a method that is bound."""
    params = list(sig.parameters.values())
    if not params or params[0].kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind is not Parameter.VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(sig, partial, extra_args=()):
    try:
        bound = sig.bind_partial(*extra_args, *partial.args, **(partial.keywords or {}))
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    params = []
    keyword_only = False
    for name, param in sig.parameters.items():
        if name in bound.arguments:
            value = bound.arguments[name]
            if param.kind is Parameter.POSITIONAL_ONLY:
                continue
            if param.kind is Parameter.POSITIONAL_OR_KEYWORD:
                if name not in partial.keywords:
                    continue
                keyword_only = True
                params.append(param.replace(default=value, kind=Parameter.KEYWORD_ONLY))
                continue
            if param.kind is Parameter.KEYWORD_ONLY:
                params.append(param.replace(default=value))
                continue
        if keyword_only:
            if param.kind is Parameter.VAR_POSITIONAL:
                continue
            if param.kind is Parameter.POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=Parameter.KEYWORD_ONLY)
        params.append(param)
    return sig.replace(parameters=params)


def _user_method(cls, name):
    """A method of a class, unless it is written in Rust."""
    method = getattr(cls, name, None)
    if method is None or isinstance(method, (types.WrapperDescriptorType, types.MethodWrapperType,
                                             types.ClassMethodDescriptorType, types.BuiltinFunctionType)):
        return None
    return method


def _signature(obj, follow_wrapped, cls):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        return _without_first(_signature(obj.__func__, follow_wrapped, cls))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature(obj, follow_wrapped, cls)
    sig = getattr(obj, "__signature__", None)
    if isinstance(sig, Signature):
        return sig
    method = getattr(obj, "__partialmethod__", None)
    if isinstance(method, functools.partialmethod):
        sig = _of_partial(_signature(method.func, follow_wrapped, cls), method, (None,))
        first = next(iter(_signature(method.func, follow_wrapped, cls).parameters.values()))
        return sig.replace(parameters=(first, *sig.parameters.values()))
    if isinstance(obj, types.FunctionType):
        return _from_function(obj, cls)
    if isinstance(obj, functools.partial):
        return _of_partial(_signature(obj.func, follow_wrapped, cls), obj)
    if isinstance(obj, type):
        call = _user_method(type(obj), "__call__")
        if call is not None:
            return _without_first(_signature(call, follow_wrapped, cls))
        for base in obj.__mro__:
            for name in ("__new__", "__init__"):
                if name in base.__dict__:
                    method = _user_method(obj, name)
                    if method is not None:
                        return _without_first(_signature(method, follow_wrapped, cls))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__ and type not in obj.__mro__:
            return cls()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
                        types.MethodWrapperType, types.ClassMethodDescriptorType)):
        raise ValueError(f"no signature found for builtin {obj!r}")
    call = _user_method(type(obj), "__call__")
    if call is not None:
        return _without_first(_signature(call, follow_wrapped, cls))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The parameters of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Annotations as a dict of its own."""
    if isinstance(obj, type):
        if sys.version_info >= (3, 14):
            ann = getattr(obj, "__annotations__", None)
        else:
            ann = obj.__dict__.get("__annotations__", None)
        if isinstance(ann, types.GetSetDescriptorType):
            ann = None
        obj_globals = getattr(sys.modules.get(obj.__module__), "__dict__", None)
        obj_locals = dict(vars(obj))
    elif isinstance(obj, types.ModuleType):
        ann = getattr(obj, "__annotations__", None)
        obj_globals, obj_locals = obj.__dict__, None
    elif callable(obj):
        ann = getattr(obj, "__annotations__", None)
        obj_globals, obj_locals = getattr(unwrap(obj), "__globals__", None), None
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if not (ann is None or isinstance(ann, dict)):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not ann or not eval_str:
        return dict(ann or ())
    globals = obj_globals if globals is None else globals
    locals = (obj_locals or {}) if locals is None else locals
    locals = {**{p.__name__: p for p in getattr(obj, "__type_params__", ())}, **locals}
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in ann.items()}


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    try:
        if isinstance(func, types.MethodType):
            sig = _signature(func.__func__, False, Signature)
        else:
            sig = _signature(func, False, Signature)
            if isinstance(func, type):
                method = _user_method(func, "__init__")
                if method is not None:
                    sig = _signature(method, False, Signature)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, kwonly, defaults = [], [], ()
    varargs = varkw = None
    annotations, kwdefaults = {}, {}
    for name, param in sig.parameters.items():
        kind = param.kind
        if kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif kind is Parameter.KEYWORD_ONLY:
            kwonly.append(name)
            if param.default is not _empty:
                kwdefaults[name] = param.default
        else:
            varkw = name
        if param.annotation is not _empty:
            annotations[name] = param.annotation
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
Arguments = namedtuple("Arguments", "args, varargs, varkw")


def getargs(co):
    names = co.co_varnames
    n = co.co_argcount
    k = co.co_kwonlyargcount
    varargs = varkw = None
    index = n + k
    if co.co_flags & CO_VARARGS:
        varargs = names[index]
        index += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[index]
    return Arguments(list(names[:n + k]), varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def getcallargs(func, /, *positional, **named):
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
        func = func.__func__
    try:
        bound = _from_function(func, Signature).bind(*positional, **named)
    except TypeError as error:
        raise TypeError(f"{func.__name__}() {error}") from None
    given = bound.arguments
    bound.apply_defaults()
    args, varargs, varkw = getargs(func.__code__)
    order = [name for name in args[:len(positional)] if name in given]
    order += [name for name in (varargs, varkw) if name is not None]
    order += [name for name in named if name in bound.arguments]
    return {name: bound.arguments[name] for name in dict.fromkeys((*order, *args))}


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {} if func.__closure__ is None else \
        {var: cell.cell_contents for var, cell in zip(code.co_freevars, func.__closure__)}
    names = func.__globals__
    builtin_names = names.get("__builtins__", __builtins__)
    if ismodule(builtin_names):
        builtin_names = builtin_names.__dict__
    found, builtin_found, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in names:
            found[name] = names[name]
        elif name in builtin_names:
            builtin_found[name] = builtin_names[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, builtin_found, unbound)


def walktree(classes, children, parent):
    classes.sort(key=lambda c: (c.__module__, c.__name__))
    tree = []
    for cls in classes:
        tree.append((cls, cls.__bases__))
        tree += [walktree(children[cls], children, cls)] if cls in children else []
    return tree


def getclasstree(classes, unique=False):
    children = {None: []}
    for cls in classes:
        for parent in cls.__bases__ or (None,):
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
    roots = children.pop(None)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """The attributes of a class, with their kinds and where they come from."""
    results = []
    for name in sorted(dir(cls)):
        home = next((c for c in (*getmro(cls), *getmro(type(cls))) if name in c.__dict__), None)
        if home is None:
            continue
        obj = home.__dict__[name]
        if isinstance(obj, (staticmethod, types.BuiltinFunctionType)):
            kind = "static method"
        elif isinstance(obj, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(obj, property):
            kind = "property"
        elif isroutine(obj):
            kind = "method"
        else:
            kind = "data"
        results.append(Attribute(name, kind, home, obj))
    return results


_FrameInfo = namedtuple("_FrameInfo", ("frame", "filename", "lineno", "function", "code_context", "index"))


class FrameInfo(_FrameInfo):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self


def _frame_info(frame, lineno):
    return FrameInfo(frame, frame.f_code.co_filename, lineno, frame.f_code.co_name, None, None)


def getouterframes(frame, context=1):
    frames = []
    while frame:
        frames.append(_frame_info(frame, frame.f_lineno))
        frame = frame.f_back
    return frames


def getinnerframes(tb, context=1):
    frames = []
    while tb:
        frames.append(_frame_info(tb.tb_frame, tb.tb_lineno))
        tb = tb.tb_next
    return frames


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    exc = sys.exception()
    return getinnerframes(None if exc is None else exc.__traceback__, context)

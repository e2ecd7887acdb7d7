"""Weak references: containers that do not keep their contents alive, and finalizers."""

import sys
from _weakref import (
    CallableProxyType,
    ProxyType,
    ReferenceType,
    _remove_dead_weakref,
    getweakrefcount,
    getweakrefs,
    proxy,
    ref,
)

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]


# Up to 3.13 a container that is iterated over only notes down what has died; later it is a copy that is iterated over.
_NOTES = sys.version_info < (3, 14)


class _Container:
    """What has died since somebody began to iterate, and who iterates: nothing and nobody where copies are made."""

    _pending_removals = _iterating = ()

    def _note(self):
        if _NOTES:
            self._pending_removals, self._iterating = [], set()

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()


class _IterationGuard:
    """While one of these is entered, a container only notes down what has died."""

    def __init__(self, container):
        self.weakcontainer = ref(container)

    def __enter__(self):
        container = self.weakcontainer()
        if container is not None:
            container._iterating.add(self)
        return self

    def __exit__(self, kind, error, traceback):
        container = self.weakcontainer()
        if container is not None:
            guards = container._iterating
            guards.remove(self)
            if not guards:
                container._commit_removals()


class _NoGuard:
    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        pass


if _NOTES:
    _guard = _IterationGuard

    def _stable(data):
        return data
else:
    def _guard(container, none=_NoGuard()):
        return none

    def _stable(data):
        return data.copy()


class _WeakMapping(_Container):
    """What the two dictionaries share: they behave as mappings."""

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def __eq__(self, other):
        if not isinstance(other, (dict, _WeakMapping)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __repr__(self):
        return "<%s at %#x>" % (type(self).__name__, id(self))

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, (dict, _WeakMapping)):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, (dict, _WeakMapping)):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result


class KeyedRef(ref):
    """A reference to a value that knows the value's key."""

    __slots__ = ("key",)

    def __new__(cls, value, callback, key):
        self = ref.__new__(cls, value, callback)
        self.key = key
        return self

    def __init__(self, value, callback, key):
        super().__init__(value, callback)


class WeakValueDictionary(_WeakMapping):
    """A dictionary whose items go when their values die."""

    def __init__(self, other=(), /, **kwargs):
        def remove(dead, selfref=ref(self), drop=_remove_dead_weakref):
            this = selfref()
            if this is not None:
                if this._iterating:
                    this._pending_removals.append(dead.key)
                else:
                    drop(this.data, dead.key)

        self._remove = remove
        self._note()
        self.data = {}
        self.update(other, **kwargs)

    def _commit_removals(self, drop=_remove_dead_weakref):
        pending = self._pending_removals
        data = self.data
        while pending:
            drop(data, pending.pop())

    def __len__(self):
        self._settle()
        return len(self.data)

    def __getitem__(self, key):
        self._settle()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key):
        self._settle()
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __delitem__(self, key):
        self._settle()
        del self.data[key]

    def __setitem__(self, key, value):
        self._settle()
        self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        self._settle()
        result = WeakValueDictionary()
        with _guard(self):
            for key, reference in _stable(self.data).items():
                value = reference()
                if value is not None:
                    result[key] = value
        return result

    __copy__ = copy

    def get(self, key, default=None):
        self._settle()
        try:
            reference = self.data[key]
        except KeyError:
            return default
        value = reference()
        return default if value is None else value

    def items(self):
        self._settle()
        with _guard(self):
            for key, reference in _stable(self.data).items():
                value = reference()
                if value is not None:
                    yield key, value

    def keys(self):
        self._settle()
        with _guard(self):
            for key, reference in _stable(self.data).items():
                if reference() is not None:
                    yield key

    __iter__ = keys

    def values(self):
        self._settle()
        with _guard(self):
            for reference in _stable(self.data).values():
                value = reference()
                if value is not None:
                    yield value

    def itervaluerefs(self):
        self._settle()
        with _guard(self):
            yield from _stable(self.data).values()

    def valuerefs(self):
        self._settle()
        return list(_stable(self.data).values())

    def popitem(self):
        self._settle()
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def pop(self, key, *default):
        self._settle()
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        if value is not None:
            return value
        self._settle()
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

    def update(self, other=None, /, **kwargs):
        self._settle()
        data = self.data
        if other is not None:
            if not hasattr(other, "items"):
                other = dict(other)
            for key, value in other.items():
                data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            data[key] = KeyedRef(value, self._remove, key)


class WeakKeyDictionary(_WeakMapping):
    """A dictionary whose items go when their keys die."""

    _dirty_len = False

    def __init__(self, dict=None):
        self.data = {}

        def remove(dead, selfref=ref(self)):
            this = selfref()
            if this is not None:
                if this._iterating:
                    this._pending_removals.append(dead)
                else:
                    try:
                        del this.data[dead]
                    except KeyError:
                        pass

        self._remove = remove
        self._note()
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        # A dead reference equals no living one: removing late removes nothing else.
        pending = self._pending_removals
        data = self.data
        while pending:
            data.pop(pending.pop(), None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __len__(self):
        if self._dirty_len and self._pending_removals:
            data = self.data
            self._pending_removals = [dead for dead in self._pending_removals if dead in data]
            self._dirty_len = False
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def copy(self):
        result = WeakKeyDictionary()
        with _guard(self):
            for reference, value in _stable(self.data).items():
                key = reference()
                if key is not None:
                    result[key] = value
        return result

    __copy__ = copy

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        with _guard(self):
            for reference, value in _stable(self.data).items():
                key = reference()
                if key is not None:
                    yield key, value

    def keys(self):
        with _guard(self):
            for reference in _stable(self.data):
                key = reference()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        with _guard(self):
            for reference, value in _stable(self.data).items():
                if reference() is not None:
                    yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        self._dirty_len = True
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def pop(self, key, *default):
        self._dirty_len = True
        return self.data.pop(ref(key), *default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        if kwargs and sys.version_info >= (3, 15):
            raise TypeError("Keyword arguments are not supported: cannot create weak reference to 'str' object")
        data = self.data
        if dict is not None:
            if not hasattr(dict, "items"):
                dict = type({})(dict)
            for key, value in dict.items():
                data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)


class WeakSet(_Container):
    """A set whose items go when they die."""

    def __init__(self, data=None):
        self.data = set()

        def remove(dead, selfref=ref(self)):
            this = selfref()
            if this is not None:
                if this._iterating:
                    this._pending_removals.append(dead)
                else:
                    this.data.discard(dead)

        self._remove = remove
        self._note()
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        pending = self._pending_removals
        discard = self.data.discard
        while pending:
            discard(pending.pop())

    def __iter__(self):
        with _guard(self):
            for reference in _stable(self.data):
                item = reference()
                if item is not None:
                    yield item

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self._settle()
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._settle()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        self._settle()
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = reference()
            if item is not None:
                return item

    def remove(self, item):
        self._settle()
        self.data.remove(ref(item))

    def discard(self, item):
        self._settle()
        self.data.discard(ref(item))

    def update(self, other):
        self._settle()
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    __sub__ = difference

    def difference_update(self, other):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(item) for item in other])

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        self._settle()
        self.data.intersection_update([ref(item) for item in other])

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    __or__ = union

    def issubset(self, other):
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def issuperset(self, other):
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __lt__(self, other):
        return self.data < {ref(item) for item in other}

    def __gt__(self, other):
        return self.data > {ref(item) for item in other}

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(item) for item in other}

    __hash__ = None


class WeakMethod(ref):
    """A reference to a bound method that lives as long as the object it is bound to."""

    __slots__ = ("_func_ref", "_meth_type", "_alive", "__weakref__")

    def __new__(cls, method, callback=None):
        try:
            receiver = method.__self__
            function = method.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}".format(type(method))) from None

        def gone(_):
            this = weak_self()
            if this._alive:
                this._alive = False
                if callback is not None:
                    callback(this)

        self = ref.__new__(cls, receiver, gone)
        self._func_ref = ref(function, gone)
        self._meth_type = type(method)
        self._alive = True
        weak_self = ref(self)
        return self

    def __call__(self):
        receiver = super().__call__()
        function = self._func_ref()
        if receiver is None or function is None:
            return None
        return self._meth_type(function, receiver)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not (self._alive and other._alive):
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not self == other

    __hash__ = ref.__hash__


class finalize:
    """Calls a function when an object dies, at the latest at exit."""

    # All state is in the registry: an object of this class can be part of no cycle.
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _next_index = 0
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            from atexit import register

            register(self._exitfunc)
        info = self._Info()
        info.weakref, info.func, info.atexit = ref(obj, self), func, True
        info.args, info.kwargs, info.index = args, kwargs or None, finalize._next_index
        self._registry[self] = info
        finalize._next_index += 1
        finalize._dirty = finalize._registered_with_atexit = True

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def _state(self):
        """The object, the function and its arguments; None once the object is dead or the function was called."""
        info = self._registry.get(self)
        if info:
            obj = info.weakref()
            if obj is not None:
                return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        return self._state()

    def detach(self):
        state = self._state()
        return state if state and self._registry.pop(self, None) else None

    def __repr__(self):
        info = self._registry.get(self)
        target = info.weakref() if info else None
        # `%` and not an f-string: the tuple counts.
        if target is not None:
            values = (type(self).__name__, id(self), type(target).__name__, id(target))
            return "<%s object at %#x; for %r at %#x>" % values
        return "<%s object at %#x; dead>" % (type(self).__name__, id(self))

    alive = property(lambda self: self in self._registry)

    @property
    def atexit(self):
        return self.alive and self._registry[self].atexit

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._registry[self].atexit = bool(value)

    @classmethod
    def _select_for_exit(cls):
        infos = [(info.index, finalizer) for finalizer, info in cls._registry.items() if info.atexit]
        return [finalizer for _, finalizer in sorted(infos)]

    @classmethod
    def _exitfunc(cls):
        import gc

        collects = bool(cls._registry) and gc.isenabled()
        if collects:
            gc.disable()
        pending, finalize._dirty = None, True
        try:
            # The latest is called first, those that others make meanwhile included.
            while pending or finalize._dirty:
                if finalize._dirty:
                    pending, finalize._dirty = cls._select_for_exit(), False
                else:
                    try:
                        pending.pop()()
                    except Exception:
                        sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
            if collects:
                gc.enable()

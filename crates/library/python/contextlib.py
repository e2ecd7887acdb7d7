"""Helpers for the with statement."""

import sys
from abc import ABC, abstractmethod
from functools import update_wrapper
from types import GenericAlias, MethodType

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
    "redirect_stderr", "suppress", "aclosing",
]


def _has_all(cls, *names):
    """Whether a class has all methods; NotImplemented, as __subclasshook__ says no."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has_all(C, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has_all(C, "__aenter__", "__aexit__")
        return NotImplemented


def _itself(self):
    return self


class ContextDecorator:
    _recreate_cm = _itself

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return update_wrapper(inner, func)


class AsyncContextDecorator:
    _recreate_cm = _itself

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return update_wrapper(inner, func)


class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def _started(self):
        """The generator to run; the arguments may go, for it has them."""
        del self.args, self.kwds, self.func
        return self.gen

    def _verdict(self, raised, thrown, traceback):
        """What __exit__ answers when the generator raised; None when it raised something new.

        thrown is what was thrown into it, None when it was just continued.
        """
        if isinstance(raised, self._end):
            # The generator ended, unless this is the very exception that was thrown in.
            return thrown is not None and raised is not thrown
        if raised is not thrown:
            # An end that is thrown in comes out as the cause of a RuntimeError.
            ends = isinstance(raised, RuntimeError) and isinstance(thrown, (StopIteration, self._end))
            if not ends or raised.__cause__ is not thrown:
                return None
        thrown.__traceback__ = traceback
        return False


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """What functions decorated with contextmanager return."""

    _end = StopIteration

    def __enter__(self):
        try:
            return next(self._started())
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            value = None
        elif value is None:
            value = typ()
        try:
            if value is None:
                next(self.gen)
            else:
                self.gen.throw(value)
        except BaseException as exc:
            answer = self._verdict(exc, value, traceback)
            if answer is None:
                raise
            return answer
        try:
            raise RuntimeError("generator didn't stop" if value is None else "generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    """What functions decorated with asynccontextmanager return."""

    _end = StopAsyncIteration

    async def __aenter__(self):
        try:
            return await anext(self._started())
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            value = None
        elif value is None:
            value = typ()
        try:
            await (anext(self.gen) if value is None else self.gen.athrow(value))
        except BaseException as exc:
            answer = self._verdict(exc, value, traceback)
            if answer is None:
                raise
            return answer
        try:
            raise RuntimeError("generator didn't stop" if value is None else "generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Makes a function that returns a context manager of a generator that yields once."""
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return update_wrapper(helper, func)


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is not None:
            if issubclass(exctype, self._exceptions):
                return True
            if not issubclass(exctype, BaseExceptionGroup):
                return False
            rest = excinst.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass

    def __exit__(self, *excinfo):
        pass

    def __enter__(self):
        return self.enter_result


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target, self._old_targets = new_target, []

    def _swap(self, stream):
        old = getattr(sys, self._stream)
        setattr(sys, self._stream, stream)
        return old

    def __enter__(self):
        self._old_targets.append(self._swap(self._new_target))
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        self._swap(self._old_targets.pop())


class redirect_stderr(_RedirectStream):
    _stream = "stderr"


class redirect_stdout(_RedirectStream):
    _stream = "stdout"


def asynccontextmanager(func):
    """Makes a function that returns an asynchronous context manager of such an asynchronous generator."""
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return update_wrapper(helper, func)


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()

    async def __aenter__(self):
        return self.thing


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __exit__(self, *exc_info):
        self.thing.close()

    def __enter__(self):
        return self.thing


def _special(cm, enter, exit, what):
    """The class of a context manager and its two methods."""
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, exit)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {what} protocol") from None


def _context_fixer(frame_exc):
    """Gives exceptions of exit callbacks the context that nested with statements would have given."""

    def fix(new_exc, old_exc):
        while True:
            context = new_exc.__context__
            if context is None or context is old_exc:
                return
            if context is frame_exc:
                break
            new_exc = context
        new_exc.__context__ = old_exc
    return fix


class _BaseExitStack:
    def __init__(self):
        from collections import deque
        self._exit_callbacks = deque()

    def _push(self, callback, is_sync):
        self._exit_callbacks.append((is_sync, callback))

    def _push_exit(self, exit, name, is_sync):
        """Pushes the method of that name of a context manager, or else a function with its signature."""
        method = getattr(type(exit), name, exit)
        self._push(exit if method is exit else MethodType(method, exit), is_sync)
        return exit

    def push(self, exit):
        return self._push_exit(exit, "__exit__", True)

    def callback(self, callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(_exit_wrapper, True)
        return callback

    def enter_context(self, cm):
        enter, exit = _special(cm, "__enter__", "__exit__", "context manager")
        entered = enter(cm)
        self._push(MethodType(exit, cm), True)
        return entered

    def pop_all(self):
        heir = type(self)()
        heir._exit_callbacks, self._exit_callbacks = self._exit_callbacks, heir._exit_callbacks
        return heir


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        fix = _context_fixer(sys.exception())
        suppressed = pending = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if callback(*details):
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                fix(new, exc)
                pending = True
                exc = new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return received and suppressed

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    def push_async_exit(self, exit):
        return self._push_exit(exit, "__aexit__", False)

    def push_async_callback(self, callback, /, *args, **kwds):
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(_exit_wrapper, False)
        return callback

    async def enter_async_context(self, cm):
        enter, exit = _special(cm, "__aenter__", "__aexit__", "asynchronous context manager")
        entered = await enter(cm)
        self._push(MethodType(exit, cm), False)
        return entered

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        fix = _context_fixer(sys.exception())
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                result = callback(*details)
                if not is_sync:
                    result = await result
                if result:
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                fix(new, exc)
                pending = True
                exc = new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return received and suppressed

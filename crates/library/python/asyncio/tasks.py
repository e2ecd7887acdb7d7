"""Coroutines that run by themselves, and waiting for several of them."""

__all__ = (
    "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Task", "all_tasks", "as_completed", "create_task",
    "current_task", "ensure_future", "gather", "shield", "sleep", "wait", "wait_for",
)

import itertools
import types
import weakref

from . import events, exceptions, futures, timeouts
from .coroutines import iscoroutine

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_numbers = itertools.count(1)
_tasks = weakref.WeakSet()
_current = {}


def current_task(loop=None):
    return _current.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in _tasks if task._loop is loop and not task.done()}


class Task(futures.Future):
    """A coroutine that the loop drives."""

    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = f"Task-{next(_numbers)}" if name is None else str(name)
        self._must_cancel = False
        self._waits_for = None
        self._cancels = 0
        self._coro = coro
        self._loop.call_soon(self._step)
        _tasks.add(self)

    def __del__(self):
        if self._state == futures._PENDING and self._log_destroy_pending:
            self._loop.call_exception_handler({"task": self, "message": "Task was destroyed but it is pending!"})
        super().__del__()

    def _info(self):
        state, *rest = super()._info()
        info = ["cancelling" if self._cancels and not self.done() else state, f"name={self._name!r}"]
        if self._coro is not None:
            coro = self._coro
            name = getattr(coro, "__qualname__", None) or type(coro).__name__
            code = getattr(coro, "cr_code", None)
            frame = getattr(coro, "cr_frame", None)
            if code is None:
                described = f"{name}()"
            elif frame is not None:
                described = f"{name}() running at {code.co_filename}:{frame.f_lineno}"
            else:
                described = f"{name}() done, defined at {code.co_filename}:{code.co_firstlineno}"
            info.append(f"coro=<{described}>")
        if self._waits_for is not None:
            info.append(f"wait_for={self._waits_for!r}")
        return info + rest

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._log_traceback = False
        if self.done():
            return False
        self._cancels += 1
        if self._waits_for is not None and self._waits_for.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
        return self._cancels

    def _step(self, exc=None):
        if self.done():
            raise exceptions.InvalidStateError(f"__step(): already done: {self!r}, {exc!r}")
        if self._must_cancel:
            if not isinstance(exc, exceptions.CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._waits_for = None
        before = _current.get(self._loop)
        _current[self._loop] = self
        try:
            if exc is None:
                result = self._coro.send(None)
            else:
                result = self._coro.throw(exc)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except exceptions.CancelledError as cancelled:
            self._cancelled_error = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as failed:
            super().set_exception(failed)
            raise
        except BaseException as failed:
            super().set_exception(failed)
        else:
            self._wait_for(result)
        finally:
            if before is None:
                del _current[self._loop]
            else:
                _current[self._loop] = before
            self = None

    def _wait_for(self, result):
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking is None:
            if result is None:
                self._loop.call_soon(self._step)
            elif isinstance(result, types.GeneratorType):
                self._fail(f"yield was used instead of yield from for generator in task {self!r} with {result!r}")
            else:
                self._fail(f"Task got bad yield: {result!r}")
        elif result._loop is not self._loop:
            self._fail(f"Task {self!r} got Future {result!r} attached to a different loop")
        elif not blocking:
            self._fail(f"yield was used instead of yield from in task {self!r} with {result!r}")
        elif result is self:
            self._fail(f"Task cannot await on itself: {self!r}")
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self._wakeup)
            self._waits_for = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _fail(self, message):
        self._loop.call_soon(self._step, RuntimeError(message))

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as exc:
            self._step(exc)
        else:
            self._step()
        self = None


def create_task(coro, *, name=None, context=None):
    return events.get_running_loop().create_task(coro, name=name)


def _is_awaitable(obj):
    import inspect
    return inspect.isawaitable(obj)


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not _is_awaitable(coro_or_future):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")

        async def wrap_awaitable(awaitable):
            return await awaitable

        coro_or_future = wrap_awaitable(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(coro_or_future)


class _Pause:
    def __await__(self):
        yield


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


async def sleep(delay, result=None):
    if delay <= 0:
        await _Pause()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        timer.cancel()


class _Gathering(futures.Future):
    """Cancelling it cancels what it waits for."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = any([child.cancel(msg=msg) for child in self._children])
        self._cancel_requested = self._cancel_requested or cancelled
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        nothing = events.get_event_loop().create_future()
        nothing.set_result([])
        return nothing
    children = []
    made = {}
    finished = 0
    loop = None
    outer = None

    def child_done(child):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            exc = child.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if finished == len(made):
            results = []
            for child in children:
                if child.cancelled():
                    results.append(exceptions.CancelledError(child._cancel_message or ""))
                else:
                    results.append(child.exception() or child.result())
            if outer._cancel_requested:
                outer.set_exception(child._make_cancelled_error())
            else:
                outer.set_result(results)

    for given in coros_or_futures:
        if given not in made:
            child = ensure_future(given, loop=loop)
            if loop is None:
                loop = child._loop
            if child is not given:
                child._log_destroy_pending = False
            made[given] = child
            child.add_done_callback(child_done)
        children.append(made[given])
    outer = _Gathering(children, loop=loop)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _set_unless_done, waiter, None)
    left = len(fs)

    def on_done(future):
        nonlocal left
        left -= 1
        failed = return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None
        if left <= 0 or return_when == FIRST_COMPLETED or failed:
            if timer is not None:
                timer.cancel()
            _set_unless_done(waiter, None)

    left = sum(not f.done() for f in fs)
    finished = [f for f in fs if f.done()]
    stop = left == 0 or (finished and return_when == FIRST_COMPLETED) or (
        return_when == FIRST_EXCEPTION
        and any(not f.cancelled() and f.exception() is not None for f in finished))
    if not stop:
        for f in fs:
            if not f.done():
                f.add_done_callback(on_done)
        try:
            await waiter
        finally:
            for f in fs:
                f.remove_done_callback(on_done)
    if timer is not None:
        timer.cancel()
    done = {f for f in fs if f.done()}
    return done, fs - done


async def wait_for(fut, timeout):
    if fut is not None and not futures.isfuture(fut) and not iscoroutine(fut):
        if not _is_awaitable(fut):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        fut.cancel()
        try:
            await fut
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
        return fut.result()
    async with timeouts.timeout(timeout):
        return await fut


class _AsCompleted:
    """What `as_completed` gives: awaitables in the order in which the futures finish."""

    def __init__(self, aws, timeout):
        from . import queues
        self._done = queues.Queue()
        self._timer = None
        loop = events.get_event_loop()
        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        self._todo = todo
        self._left = len(todo)
        self._own = todo.isdisjoint(aws)
        if timeout is not None:
            self._timer = loop.call_later(timeout, self._time_out)
        for future in todo:
            future.add_done_callback(self._finish)

    def _time_out(self):
        for future in self._todo:
            future.remove_done_callback(self._finish)
            self._done.put_nowait(None)
        self._todo.clear()

    def _finish(self, future):
        if not self._todo:
            return
        self._todo.remove(future)
        self._done.put_nowait(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._next_result()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next_future()

    async def _next_future(self):
        future = await self._done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future

    async def _next_result(self):
        return (await self._next_future()).result()


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    return _AsCompleted(fs, timeout)


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer

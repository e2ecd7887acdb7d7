"""A block that may take only so long."""

__all__ = ("Timeout", "timeout", "timeout_at")

from . import events, exceptions


class Timeout:
    """Cancels the task that is inside when its time is over, and turns that into TimeoutError."""

    def __init__(self, when):
        self._state = "created"
        self._when = when
        self._timer = None
        self._task = None

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        info = [f"when={round(self._when, 3)}" if self._when is not None else "when=None"] if self._state == "active" else []
        shown = {"active": "active", "created": "created"}.get(self._state, self._state)
        return f"<Timeout [{shown}]{' '.join(['', *info])}>"

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._time_out)
        else:
            self._timer = loop.call_at(when, self._time_out)

    async def __aenter__(self):
        from . import tasks
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancelling and exc_type is not None:
                if issubclass(exc_type, exceptions.CancelledError):
                    raise TimeoutError from exc
        elif self._state == "active":
            self._state = "finished"

    def _time_out(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None


def timeout(delay):
    return Timeout(None if delay is None else events.get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)

"""What is a coroutine."""

__all__ = ("iscoroutine", "iscoroutinefunction")

from collections.abc import Coroutine


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    return isinstance(obj, Coroutine)

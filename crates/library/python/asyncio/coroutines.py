"""What is a coroutine."""

__all__ = ("iscoroutine", "iscoroutinefunction")

import inspect
from collections.abc import Coroutine


def iscoroutinefunction(func):
    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    return isinstance(obj, Coroutine)

# conformance: whole stderr
import warnings


def inner(level):
    warnings.warn(f"level {level}", stacklevel=level)


def outer(level):
    inner(level)


outer(1)
outer(2)
outer(3)
outer(9)

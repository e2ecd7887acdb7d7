from sys import getrefcount as R
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        inner = e
        raise KeyError("b") from e
except KeyError as k:
    print(R(k), R(k.__cause__), R(k.__context__), k.__cause__ is inner)
    outer = k
print(R(inner), R(outer))
inner.__traceback__ = None
outer.__traceback__ = None
print(R(inner), R(outer))
del outer
print(R(inner))

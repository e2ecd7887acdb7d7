"""Module doc."""
print(__doc__)
def f():
    """First line.

    Indented.
    """
print(repr(f.__doc__))
class C:
    "Class doc."
    def m(self):
        r"raw \doc"
    attr = 5
    "not a docstring"
print(C.__doc__, C.m.__doc__)
def g():
    f"not {1}"
def h():
    x = 1
    "late"
def b():
    b"bytes"
print(g.__doc__, h.__doc__, b.__doc__)
f.__doc__ = "changed"
print(f.__doc__)
C.__doc__ = "new"
print(C.__doc__, (lambda: 0).__doc__)
class D(C): pass
print(D.__doc__)

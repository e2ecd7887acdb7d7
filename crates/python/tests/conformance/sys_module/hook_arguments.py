import sys

def hook(u):
    print(type(u).__name__, len(u), u.exc_type.__name__, u.exc_value, u.err_msg, u.object.__name__)
    kind, value, *rest = u
    print(kind.__name__, value, len(rest), isinstance(u, tuple))

sys.unraisablehook = hook

class A:
    def __del__(self):
        1 / 0

A()
sys.unraisablehook = sys.__unraisablehook__
print(sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__)

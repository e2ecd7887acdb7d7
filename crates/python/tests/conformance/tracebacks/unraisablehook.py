# conformance: whole stderr
import sys
def hook(u):
    print("unraisable", type(u).__name__, u.exc_type.__name__, u.exc_value, u.err_msg, u.object is not None)
sys.unraisablehook = hook
class A:
    def __del__(self): 1/0
a = A()
del a
# Since 3.14 its report has an address.
# conformance: only as 3.12, 3.13

# conformance: not yet as 3.14, 3.15
import sys
sys.unraisablehook = lambda u: print(u.exc_type.__name__, u.exc_value, u.err_msg, u.object.__qualname__)
class A:
    def __del__(self):
        raise ValueError("in del")
A()
a = A()
a = None
print("on")

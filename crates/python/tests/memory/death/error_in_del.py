import sys
sys.unraisablehook = lambda u: print(u.exc_type.__name__, u.exc_value, u.object is None)
class A:
    def __del__(self):
        raise ValueError("in del")
A()
a = A()
a = None
print("on")

class D:
    def __del__(self): raise ValueError("in del")


d = D()
del d
print("goes on")
import sys
def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.err_msg)
sys.unraisablehook = hook
D()
print("done")
# Since 3.14 its report has an address.
# conformance: only as 3.12, 3.13

import sys
import weakref


class D:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error


def hook(info):
    print(info.exc_type.__name__, info.exc_value, info.err_msg, getattr(info.object, '__qualname__', None))
    print(info.exc_traceback is not None, type(info).__name__)


sys.unraisablehook = hook
D(ValueError('one'))
D(KeyError)
a = set()
r = weakref.ref(a, lambda r: 1 / 0)
del a
sys.unraisablehook = sys.__unraisablehook__
print('end')
# Since 3.14 its report has an address.
# conformance: only as 3.12, 3.13

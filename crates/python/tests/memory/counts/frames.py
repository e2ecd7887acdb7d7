# The frame object of a running function is not tracked; it is from the function's end on, if somebody has it.
import gc
import sys


def current():
    frame = sys._getframe()
    print(gc.is_tracked(frame), sys.getrefcount(frame))
    return frame


kept = current()
print(gc.is_tracked(kept), sys.getrefcount(kept), kept.f_back is None, kept.f_lineno)
del kept
print(gc.is_tracked(sys._getframe()))

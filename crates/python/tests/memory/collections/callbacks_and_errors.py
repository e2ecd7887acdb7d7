import gc
import sys


def fail(phase, info):
    raise ValueError(phase)


def fine(phase, info):
    print(phase)


sys.unraisablehook = lambda info: print(info.exc_type.__name__, info.exc_value, str(info.err_msg)[:40], info.object is fail)
gc.callbacks.extend([fail, fine])
print(gc.collect(0))
gc.callbacks.clear()

from functools import partial
import gc
import sys
import weakref


class Thing:
    def method(self):
        return "called"


thing = Thing()
base = sys.getrefcount(thing)
call = partial(thing.method)
print(sys.getrefcount(thing) - base, call())
held = partial(print, thing, key=thing)
print(sys.getrefcount(thing) - base)
del held, call
print(sys.getrefcount(thing) - base)
thing.me = partial(print, thing)
ref = weakref.ref(thing)
del thing
print(ref() is None, gc.collect() > 0, ref() is None)
print(sys.getsizeof(partial(print)), gc.is_tracked(partial(print)), weakref.ref(base_partial := partial(int))() is base_partial)

# The weak reference to a builtin class is there before a program asks for it: its base knows its subclasses by such.
import gc
import weakref

gc.collect()
first = weakref.ref(int)
second = weakref.ref(int)
print(first is second, first() is int)
del first, second
first = weakref.ref(KeyError)
called = weakref.ref(KeyError, print)
proxy = weakref.proxy(KeyError)
class Own: pass
own = weakref.ref(Own)
again = weakref.ref(Own)
del first, called, proxy, own, again
first = weakref.ref(type)

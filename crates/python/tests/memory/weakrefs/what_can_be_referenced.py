import collections
import io
import weakref


class A:
    def m(self): pass
class L(list): pass
class D(dict): pass
class F(float): pass
class E(Exception): pass
def f(): pass
def g(): yield
async def c(): pass


coroutine, method, file = c(), A().m, io.StringIO()
for thing in (A(), A, set(), frozenset(), f, method, len, [].append, g(), coroutine, weakref, f.__code__, E(), L(), D(), F(),
              collections.deque(), collections.Counter(), collections.OrderedDict(), file,
              weakref.WeakSet(), (x for x in 'a')):
    r = weakref.ref(thing)
    print(type(thing).__name__, r() is thing, end='; ')
thing = None
print(r())
coroutine.close()

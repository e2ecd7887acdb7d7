import collections
import functools
import sys
import types
import weakref


class A:
    def m(self):
        pass


class Error(Exception):
    pass


async def coroutine():
    pass


c = coroutine()
for thing in (A(), A, set(), frozenset({1}), coroutine, A().m, len, (x for x in ''), c, sys, coroutine.__code__, Error(),
              collections.deque(), functools.partial(len)):
    print(type(thing).__name__, weakref.ref(thing)() is thing)
c.close()

import collections
import sys


class Thing:
    def __repr__(self):
        print(sys.getrefcount(self), end=' ')
        return 'Thing()'

    __hash__ = object.__hash__


thing = Thing()
repr([thing])
repr((thing,))
repr({1: thing})
repr({thing: 1})
repr({thing})
repr(collections.deque([thing]))
str([thing])
'%r' % [thing]
repr(frozenset([thing]))
repr({1: thing}.values())
repr({thing: 1}.keys())
repr({1: thing}.items())
f'{thing!r}'
repr(ValueError(thing))
repr(ValueError(thing, thing))
str(ValueError(thing))
'{}'.format(thing)

# finalize keeps its function and arguments, not the object; it runs once, last registered first.
import sys
import weakref


class A:
    pass


a, argument = A(), []
first = weakref.finalize(a, print, 'first', argument)
second = weakref.finalize(a, print, 'second', sep='-')
print(first.alive, first.atexit, sys.getrefcount(a), sys.getrefcount(argument), weakref.getweakrefcount(a))
print(first.peek()[0] is a, first.peek()[1:], second.peek()[3])
del a
print(first.alive, first.peek(), first(), first.detach(), sys.getrefcount(argument))
b = A()
third = weakref.finalize(b, print, 'third')
fourth = weakref.finalize(b, print, 'fourth')
print(fourth.detach()[2], fourth.alive)
b = None
print(third.alive, repr(fourth)[:23])

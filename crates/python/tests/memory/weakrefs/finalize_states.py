import atexit
import weakref


class A:
    pass


a = A()
f = weakref.finalize(a, print, 'called', end='!\n')
print(f.alive, f.atexit, f.peek()[0] is a, f.peek()[2:])
f()
print(f.alive, f.peek(), f.detach(), f())
g = weakref.finalize(a, print, 'second')
print(g.detach()[1:], g.alive)
h = weakref.finalize(a, lambda: 'result')
print(h(), h())
i = weakref.finalize(a, print, 'third')
j = weakref.finalize(a, print, 'fourth')
del a
print(i.alive, j.alive, j.atexit)

import weakref, atexit
class A: pass
a, b, c = A(), A(), A()
f = weakref.finalize(a, print, 'a', 1, sep='-'); g = weakref.finalize(b, print, 'b'); h = weakref.finalize(c, print, 'c')
print(f.peek()[1:], f.alive, f.atexit)
g.atexit = False
print(h.detach()[1:], h.alive, h.peek(), h.detach(), h())
atexit.register(print, 'exit one')
k = weakref.finalize(c, print, 'c again')
atexit.register(print, 'exit two')
m = weakref.finalize(A(), print, 'at once')
print(m.alive, m.atexit, m.peek())
print(f(), f(), f.alive)
l = weakref.finalize(a, print, 'a again')
l.atexit = 0; print(l.atexit); l.atexit = 1

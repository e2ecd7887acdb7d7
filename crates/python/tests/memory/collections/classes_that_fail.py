# What a class that cannot be made consists of goes before its error gets an entry in the traceback.
import gc
class P: pass
class Note:
    def __del__(self): print('del')
def make(*bases):
  class T(*bases):
    __slots__ = ('value', '__weakref__')
    def a(x): pass
    note = Note()
    gc.collect()
def again():
  class T(P, metaclass=type):
    a = Note()
    def f(x): pass
    gc.collect()
    1 / 0
def third():
  class T(P):
    a = Note()
    def f(x): pass
    gc.collect()
    raise ValueError(__class__ if 0 else 1)
for f in (lambda: make(P), again, third):
  try: f()
  except Exception as e: print(type(e))
  x = 1
x = 2

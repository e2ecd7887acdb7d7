# What a call leaves that a builtin class refuses: `list` and `dict` look at their arguments before they make anything. And
# what deriving from a class leaves: static methods have a `__dict__` to hand on, and some classes were never derived from.
import gc
import types

gc.collect()
try: list(a=1)
except TypeError: pass
try: list(a=1)
except TypeError: pass
try: dict([1])
except TypeError: pass
try: dict(1, 2)
except TypeError: pass
try: tuple(a=1)
except TypeError: pass
try: set(a=1)
except TypeError: pass
gc.collect()
class A(classmethod): pass
class A(staticmethod): pass
class A(property): pass
class A(types.ModuleType): pass
class A(types.ModuleType): pass
gc.collect()

def function(x: int): "doc"
method = classmethod(function)
print(sorted(vars(method)), method.__annotations__, sorted(vars(method)))
method.__dict__ = {'x': 1}
print(vars(method), method.x)

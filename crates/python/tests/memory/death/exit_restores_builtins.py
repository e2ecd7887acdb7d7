import builtins
import sys
import types


class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, hasattr(sys, 'modules'), hasattr(builtins, 'open'), hasattr(builtins, 'kept'))


m = types.ModuleType('m'); sys.modules['m'] = m
m.a = A('in m'); m.back = m
top = A('top')
sys.kept = A('in sys')
builtins.kept = A('in builtins')
len = builtins.len = A('len')

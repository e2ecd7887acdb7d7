# Modules go in the reverse of the order in which they came, __main__ among them; functions keep their globals until then.
import atexit
import sys
import types


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self, print=print):
        print('del', self.name)


atexit.register(print, 'atexit')
for name in ('one', 'two', 'three'):
    module = types.ModuleType(name)
    module._first, module.second = D(name + ' private'), D(name)
    sys.modules[name] = module
del module
last = D('main')
print('end')

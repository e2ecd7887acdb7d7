import gc
import sys


class Keys:
    def __init__(self, keys): self.kept = keys
    def keys(self): return self.kept
    def __getitem__(self, key): return key


def f():
    view = sys._getframe().f_locals
    gc.collect()
    dict(view)
    gc.collect()
    {}.update(view)


for keys in [1, 2], (1, 2), {1: 2}.keys():
    mapping = Keys(keys)
    gc.collect()
    dict(mapping)
    gc.collect()
    dict(**Keys(['a']))
    gc.collect()
f()

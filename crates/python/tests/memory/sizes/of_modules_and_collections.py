import collections
import functools
import gc
import itertools
import sys
import types
import weakref

size = sys.getsizeof
print(size(sys), size(types.ModuleType('m')), size(memoryview(b'abc')), size(super(bool, True)), size(types.SimpleNamespace()))
print(size(collections.deque()), size(collections.deque(range(200)))); gc.collect()
print(size(collections.OrderedDict()), size(collections.defaultdict(int))); gc.collect()
print(size(functools.partial(print)), size(itertools.count()), size(itertools.chain()), size(types.MappingProxyType({})))
print(size(property()), size(types.CellType()), size(slice(1)), size(range(3)), size({}.keys()), size(weakref.ref(size.__class__)))
